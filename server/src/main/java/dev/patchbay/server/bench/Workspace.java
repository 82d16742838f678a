package dev.patchbay.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory that is gone afterwards, and leaves with what was started in it. */
public record Workspace(Path directory) implements AutoCloseable {
  /** A new one. */
  public static Workspace create() {
    try {
      return new Workspace(Files.createTempDirectory("patchbay-"));
    } catch (IOException failure) {
      throw new UncheckedIOException("no temporary directory can be made", failure);
    }
  }

  /** A file in it. */
  public Path resolve(String name) {
    return directory.resolve(name);
  }

  @Override
  public void close() {
    try (var files = Files.walk(directory)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(directory + " cannot be removed", failure);
    }
  }
}
