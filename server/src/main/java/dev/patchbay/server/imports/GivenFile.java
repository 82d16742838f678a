package dev.patchbay.server.imports;

import java.nio.file.Path;

/**
 * A file that is to be imported.
 *
 * @param name as people know it
 */
public record GivenFile(Path path, String name) {}
