package dev.patchbay.connectors.drive;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Shelf;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Files are found by name in their folder. Drive lets several have one name; where people did so,
 * the eldest counts. The hub adds none to another: see {@link Rivals}.
 */
record DriveShelf(
    Listing listing, Folders folders, Uploads uploads, Ids ids, Rivals rivals, Turns turns)
    implements Shelf {
  private static final int TRIES = 3;

  @Override
  public OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure {
    listing.demandRoot(deadline);
    return standing(path, deadline)
        .map(entry -> OptionalLong.of(entry.length()))
        .orElseGet(OptionalLong::empty);
  }

  /** As Drive computed it; what Drive makes itself has none and is no such file. */
  @Override
  public String sha256(StorePath path, Deadline deadline) throws StoreFailure {
    return standing(path, deadline).map(Entry::sha256).orElse("");
  }

  @Override
  public Optional<String> version(StorePath path, Deadline deadline) throws StoreFailure {
    return standing(path, deadline).map(entry -> entry.id() + ", " + entry.sha256());
  }

  @Override
  public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
    for (int tries = 0; tries < TRIES; tries++) {
      var old = standing(file.path(), deadline);
      if (old.isPresent()) {
        demandReplaceable(old.get());
        var _ = uploads.replace(file, old.get().id(), deadline);
        return;
      }
      if (add(file, file.path(), deadline)) {
        return;
      }
    }
    throw StoreFailure.retryable("conflict", "Other files were put there in the same moment.");
  }

  @Override
  public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    return turns.at(path, deadline, () -> added(file, path, deadline));
  }

  private boolean added(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    if (standing(path, deadline).isPresent()) {
      return false;
    }
    var folder = folders.make(path.folders(), deadline);
    var own = uploads.add(file, path.name(), folder, deadline);
    if (goes(own, folder, path, deadline)) {
      throw StoreFailure.retryable(
          "conflict", "Another node was there in the same moment. It is tried again.");
    }
    return true;
  }

  /** Takes the new file back if others of its name stay, or an elder folder has come. */
  private boolean goes(Entry own, String folder, StorePath path, Deadline deadline)
      throws StoreFailure {
    try {
      boolean goes =
          rivals.stay(own, folder, deadline)
              || folders.find(path.folders(), deadline).filter(folder::equals).isEmpty();
      if (goes) {
        ids.trash(own.id(), deadline);
      }
      return goes;
    } catch (StoreFailure failure) {
      throw Failures.afterPlacing(failure);
    }
  }

  private Optional<Entry> standing(StorePath path, Deadline deadline) throws StoreFailure {
    var folder = folders.find(path.folders(), deadline);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    var named = listing.named(folder.get(), path.name(), deadline);
    var files = named.stream().filter(entry -> !entry.folder()).toList();
    if (files.isEmpty() && !named.isEmpty()) {
      throw StoreFailure.rejected(
          "is-folder", "'" + path + "' is a folder. Name the file otherwise.");
    }
    return Entry.eldest(files);
  }

  private static void demandReplaceable(Entry old) throws StoreFailure {
    if (old.ofGoogle()) {
      throw StoreFailure.rejected(
          "is-document",
          "'" + old.name() + "' is a document of Google and no file. Name the file otherwise.");
    }
  }
}
