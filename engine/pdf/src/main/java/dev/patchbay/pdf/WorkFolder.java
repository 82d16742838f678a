package dev.patchbay.pdf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A folder for the files of one conversion; closing it deletes it.
 *
 * @param path without symbolic links
 */
public record WorkFolder(Path path) implements AutoCloseable {
  /** Creates one that nobody else can read. */
  public static WorkFolder create() throws IOException {
    return new WorkFolder(Files.createTempDirectory("patchbay-pdf").toRealPath());
  }

  /** Where the PDF is made, until it is whole. */
  public Path pdf() {
    return path.resolve("document.pdf");
  }

  /**
   * Hands the PDF over.
   *
   * @throws InterruptedIOException if nobody waits for it any more
   */
  public void handOver(Path target) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("too late");
    }
    Files.copy(pdf(), target);
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
