package dev.patchbay.connectors.local;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.BoundedCopy;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Files of the directory. */
final class LocalSource implements FileSource {
  private final Folders folders;

  LocalSource(Folders folders) {
    this.folders = folders;
  }

  @Override
  public List<FoundFile> list(List<String> folder, Deadline deadline) throws StoreFailure {
    var directory = folders.folder(folder);
    var found = new ArrayList<FoundFile>();
    try (var entries = Files.newDirectoryStream(directory)) {
      for (var entry : entries) {
        StorePath.in(folder, entry.getFileName().toString())
            .flatMap(path -> seen(path, entry))
            .ifPresent(found::add);
        if (found.size() > MOST_LISTED) {
          throw FileSource.tooMany();
        }
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      throw FileSource.noFolder(folder);
    } catch (IOException failure) {
      throw LocalShelf.failure(failure);
    } catch (DirectoryIteratorException failure) {
      throw LocalShelf.failure(new IOException(failure));
    }
    found.sort(Comparator.comparing(file -> file.path().name()));
    return found;
  }

  private static Optional<FoundFile> seen(StorePath path, Path place) {
    try {
      var is = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return is.isRegularFile()
          ? Optional.of(new FoundFile(path, is.size(), is.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  @Override
  public void read(StorePath path, long most, OutputStream to, Deadline deadline)
      throws StoreFailure {
    try (var in = Files.newInputStream(folders.place(path), LinkOption.NOFOLLOW_LINKS)) {
      BoundedCopy.copy(path, in, most, to, deadline);
    } catch (NoSuchFileException gone) {
      throw FileSource.gone(path);
    } catch (IOException failure) {
      throw LocalShelf.failure(failure);
    }
  }

  @Override
  public Moved move(FoundFile file, StorePath to, Deadline deadline) throws StoreFailure {
    var from = folders.place(file.path());
    var stands = seen(file.path(), from);
    if (stands.isEmpty()) {
      return Moved.GONE;
    }
    if (!stands.get().equals(file)) {
      return Moved.CHANGED;
    }
    try {
      var folder = folders.made(to.folders());
      var target = folder.resolve(to.name());
      if (!LocalShelf.named(from, target) && !isSame(from, target)) {
        return Moved.TAKEN;
      }
      Files.deleteIfExists(from);
      Folders.force(folder);
      Folders.force(from.resolveSibling(""));
      return Moved.MOVED;
    } catch (IOException failure) {
      throw LocalShelf.failure(failure);
    }
  }

  /** One that was named before, by somebody who came no further. */
  private static boolean isSame(Path from, Path target) throws IOException {
    return !Files.isSymbolicLink(target) && Files.isSameFile(from, target);
  }
}
