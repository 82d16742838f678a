package dev.patchbay.server.demo;

import dev.patchbay.core.file.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Temporary directories of demos, each with the number of the process that it belongs to. */
final class LeftDirectories {
  private static final String PREFIX = "patchbay-demo-";
  private static final String OWNER = "owner.pid";

  /** A database of a killed demo needs that long to end, at most. */
  private static final Duration ENDING = Duration.ofMinutes(2);

  private LeftDirectories() {}

  static Path make() throws IOException {
    var made = Files.createTempDirectory(PREFIX);
    var pid = Long.toString(ProcessHandle.current().pid());
    Files.writeString(made.resolve(OWNER), pid, StandardCharsets.UTF_8);
    return made;
  }

  /** Deletes those whose process is gone. */
  static void delete() throws IOException {
    var folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (var left = Files.newDirectoryStream(folder, PREFIX + "*")) {
      for (var directory : left) {
        if (isLeft(directory)) {
          FileTree.delete(directory);
        }
      }
    }
  }

  private static boolean isLeft(Path directory) {
    try {
      var owner = directory.resolve(OWNER);
      if (!Files.isRegularFile(owner)) {
        return false;
      }
      var quiet = Files.getLastModifiedTime(directory.resolve("demo.log")).toInstant();
      return !isAlive(Long.parseLong(Files.readString(owner, StandardCharsets.UTF_8)))
          && quiet.isBefore(Instant.now().minus(ENDING));
    } catch (IOException | NumberFormatException unclear) {
      return false;
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).isPresent();
  }
}
