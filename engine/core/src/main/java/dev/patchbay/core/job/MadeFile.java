package dev.patchbay.core.job;

import java.nio.file.Path;

/**
 * A file that a run made, still on the node's disk.
 *
 * @param rows in it
 */
public record MadeFile(Path path, String name, String mediaType, long rows) {}
