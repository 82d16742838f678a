package dev.patchbay.server.folder;

import dev.patchbay.core.file.NamePattern;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder of an order, in its store. Used for one look. */
final class FolderShelf {
  /** As of uploads. */
  static final long LARGEST = 100 << 20;

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_NUMBERS = 1_000;

  private final FileSource source;
  private final FolderImport order;
  private final Path workFolder;
  private final NamePattern pattern;

  FolderShelf(FileSource source, FolderImport order, Path workFolder) {
    this.source = source;
    this.order = order;
    this.workFolder = workFolder;
    this.pattern = new NamePattern(order.pattern());
  }

  List<FoundFile> list() throws StoreFailure {
    return source.list(order.folders(), soon()).stream()
        .filter(file -> pattern.matches(file.path().name()))
        .toList();
  }

  /** A copy of a file, empty if it has changed meanwhile or is gone. */
  Optional<Path> copy(FoundFile file) throws IOException, StoreFailure {
    var copy = Files.createTempFile(workFolder, "taken", ".file");
    try (var out = Files.newOutputStream(copy)) {
      source.read(file.path(), LARGEST, out, soon());
    } catch (StoreFailure failure) {
      if (list().contains(file)) {
        throw failure;
      }
      return Optional.empty();
    }
    return Files.size(copy) == file.length() && list().contains(file)
        ? Optional.of(copy)
        : Optional.empty();
  }

  /** What came of putting a file aside, for a person. */
  String putAside(FoundFile file, String into) throws StoreFailure {
    for (int number = 1; number <= MOST_NUMBERS; number++) {
      var target = target(file, into, number);
      if (target.isEmpty()) {
        return "stays, for its name is too long to be moved";
      }
      switch (source.move(file, target.get(), soon())) {
        case MOVED -> {
          return "stands at '" + target.get() + "' now";
        }
        case GONE -> {
          return "is no longer where it stood";
        }
        case CHANGED -> {
          return "was replaced by another meanwhile, which is looked at next";
        }
        case TAKEN -> {
          // The next number may be free.
        }
      }
    }
    return "stays, for '" + into + "' holds too many files of its name";
  }

  private Optional<StorePath> target(FoundFile file, String into, int number) {
    var folder = new ArrayList<>(order.folders());
    folder.add(into);
    return StorePath.in(folder, file.path().name())
        .map(path -> number == 1 ? path : path.numbered(number));
  }

  private static Deadline soon() {
    return Deadline.in(LONGEST);
  }
}
