package dev.patchbay.connectors.local;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.ChangedContentException;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.Shelf;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;

/** Written whole in the workshop, on the disk, then named in one step. */
final class LocalShelf implements Shelf {
  private final Folders folders;
  private final Workshop workshop;

  LocalShelf(Folders folders, Workshop workshop) {
    this.folders = folders;
    this.workshop = workshop;
  }

  @Override
  public OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure {
    var place = folders.place(path);
    try {
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(regular(place, path) ? Files.size(place) : -1);
    } catch (IOException failure) {
      throw failure(failure);
    }
  }

  @Override
  public String sha256(StorePath path, Deadline deadline) throws StoreFailure {
    var place = folders.place(path);
    try {
      if (!regular(place, path)) {
        return ""; // a link, which is nobody's file
      }
      try (var in = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
        return Sha256.of(in);
      }
    } catch (IOException failure) {
      throw failure(failure);
    }
  }

  /** A file that takes another's place is another one for the file system, too. */
  @Override
  public Optional<String> version(StorePath path, Deadline deadline) throws StoreFailure {
    var place = folders.place(path);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      var found = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          "%s, %s, %d".formatted(found.fileKey(), found.lastModifiedTime(), found.size()));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw failure(failure);
    }
  }

  @Override
  public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
    try {
      var part = workshop.write(file, deadline);
      try {
        var folder = folders.made(file.path().folders());
        file.fence().demandOpen();
        Files.move(part, folder.resolve(file.path().name()), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failure) {
      throw failure(failure);
    }
  }

  @Override
  public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    try {
      var part = workshop.write(file, deadline);
      try {
        var folder = folders.made(path.folders());
        file.fence().demandOpen();
        boolean added = named(part, folder.resolve(path.name()));
        Folders.force(folder);
        return added;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failure) {
      throw failure(failure);
    }
  }

  /** A hard link is made only where nothing stands, whoever else tries at the same moment. */
  static boolean named(Path part, Path place) throws IOException {
    try {
      Files.createLink(place, part);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (FileSystemException | UnsupportedOperationException noLinks) {
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      return true;
    }
  }

  static StoreFailure failure(IOException failure) {
    return switch (failure) {
      case ChangedContentException changed ->
          StoreFailure.rejected("content-changed", String.valueOf(changed.getMessage()));
      case AccessDeniedException _ ->
          StoreFailure.target(
              "access-denied",
              "The hub may not write there. Give its user the right, or name another directory.");
      case AtomicMoveNotSupportedException _ ->
          StoreFailure.target(
              "other-volume",
              "A folder lies on another volume than the directory. Make a connector of its own for"
                  + " it.");
      case FileSystemException other ->
          StoreFailure.retryable("disk", "The disk refuses: " + reason(other) + ".");
      default -> StoreFailure.retryable("disk", "The file could not be read or written.");
    };
  }

  private static String reason(FileSystemException failure) {
    return failure.getReason() == null ? "no reason given" : failure.getReason();
  }

  private static boolean regular(Path place, StorePath path) throws StoreFailure {
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw StoreFailure.rejected(
          "is-folder", "'" + path + "' is a folder. Name the file otherwise.");
    }
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
  }
}
