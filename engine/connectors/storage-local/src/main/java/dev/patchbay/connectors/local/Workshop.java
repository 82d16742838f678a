package dev.patchbay.connectors.local;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** A folder of the store where files are written before they are put in their place. */
final class Workshop {
  private static final int CHUNK = 256 << 10;

  private final Folders folders;
  private final InstantSource clock;

  Workshop(Folders folders, InstantSource clock) {
    this.folders = folders;
    this.clock = clock;
  }

  /** Writes a file until it is whole and on the disk; takes it away if that fails. */
  Path write(FileToStore file, Deadline deadline) throws IOException, StoreFailure {
    var part = part();
    try {
      copy(file, part, deadline);
      return part;
    } catch (IOException | StoreFailure | RuntimeException failure) {
      Files.deleteIfExists(part);
      throw failure;
    }
  }

  /** Writes something and takes it away again. */
  void tryOut() throws StoreFailure {
    try {
      var part = part();
      Files.createFile(part);
      Files.delete(part);
    } catch (IOException failure) {
      throw LocalShelf.failure(failure);
    }
  }

  int sweep(Duration age) throws StoreFailure {
    var before = clock.instant().minus(age);
    int swept = 0;
    try (var parts = Files.newDirectoryStream(made(), "*.part")) {
      for (var part : parts) {
        if (!Files.getLastModifiedTime(part).toInstant().isAfter(before)
            && Files.deleteIfExists(part)) {
          swept++;
        }
      }
      return swept;
    } catch (IOException failure) {
      throw LocalShelf.failure(failure);
    }
  }

  private Path part() throws IOException, StoreFailure {
    return made().resolve(UUID.randomUUID() + ".part");
  }

  private Path made() throws IOException, StoreFailure {
    return folders.made(List.of(StorePath.WORKSHOP));
  }

  private static void copy(FileToStore file, Path part, Deadline deadline)
      throws IOException, StoreFailure {
    try (var in = file.open();
        var out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        if (deadline.passed()) {
          throw StoreFailure.retryable("too-late", "The time for this attempt has passed.");
        }
        write(out, ByteBuffer.wrap(chunk, 0, read), part);
      }
      out.force(true);
    }
  }

  /** Channels say that a disk is full, but not that it is the disk which says so. */
  private static void write(FileChannel out, ByteBuffer bytes, Path part)
      throws FileSystemException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException refused) {
      throw new FileSystemException(part.toString(), null, refused.getMessage());
    }
  }
}
