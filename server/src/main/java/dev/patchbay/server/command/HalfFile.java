package dev.patchbay.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A file that is made beside the one that it becomes, which so appears whole or not at all. Closing
 * it takes away what did not appear.
 *
 * @param path where it is made
 * @param target what it becomes
 */
public record HalfFile(Path path, Path target) implements AutoCloseable {
  /** For a file that may be there, or not; its folder must. */
  public static HalfFile of(Path target) throws IOException {
    var folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    if (!Files.isDirectory(folder)) {
      throw new IOException("the folder of --out is not there: " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException("the folder of --out cannot be written to: " + folder);
    }
    // No temporary file of the JDK's, which nobody but its owner could read.
    return new HalfFile(folder.resolve(".patchbay-" + UUID.randomUUID() + ".part"), target);
  }

  /** Makes it the file. */
  public void appear() throws IOException {
    Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
