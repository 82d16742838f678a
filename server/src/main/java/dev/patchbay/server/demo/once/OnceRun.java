package dev.patchbay.server.demo.once;

/**
 * Notes in a directory that it holds one run of the main job, which no other demo can go on from.
 *
 * @param requests the file
 */
public record OnceRun(String requests) {}
