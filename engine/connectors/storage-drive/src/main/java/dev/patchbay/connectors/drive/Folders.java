package dev.patchbay.connectors.drive;

import com.google.api.services.drive.model.File;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Folders below the store's own. Drive lets two have one name: the eldest counts, for every node,
 * so that files of one path are in one folder. None is ever taken away: another node may be about
 * to put a file there.
 *
 * @param making held while a folder is made, so that nodes alone can meet, and never threads
 */
record Folders(DriveApi api, Listing listing, Ids ids, ReentrantLock making) {
  /** Id of the folder that these names lead to, empty if one of them is not there. */
  Optional<String> find(List<String> names, Deadline deadline) throws StoreFailure {
    var folder = listing.root();
    for (var name : names) {
      var found = child(folder, name, deadline);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      folder = found.get().id();
    }
    return Optional.of(folder);
  }

  /** As {@link #find}; makes what is missing. */
  String make(List<String> names, Deadline deadline) throws StoreFailure {
    making.lock();
    try {
      var folder = listing.root();
      for (var name : names) {
        var found = child(folder, name, deadline);
        folder = found.isPresent() ? found.get().id() : made(folder, name, deadline);
      }
      return folder;
    } finally {
      making.unlock();
    }
  }

  private Optional<Entry> child(String parent, String name, Deadline deadline) throws StoreFailure {
    var named = listing.named(parent, name, deadline);
    var folders = named.stream().filter(Entry::folder).toList();
    if (folders.isEmpty() && !named.isEmpty()) {
      throw StoreFailure.rejected(
          "is-file", "'" + name + "' is a file and no folder. Name the folder otherwise.");
    }
    return Entry.eldest(folders);
  }

  /** Another node may have made one in the same moment. One that nobody uses is left empty. */
  private String made(String parent, String name, Deadline deadline) throws StoreFailure {
    var own = create(parent, name, deadline);
    var all = new ArrayList<>(listing.named(parent, name, deadline));
    all.removeIf(entry -> !entry.folder());
    all.add(own);
    return Entry.eldest(all).orElse(own).id();
  }

  private Entry create(String parent, String name, Deadline deadline) throws StoreFailure {
    var folder =
        new File()
            .setId(ids.next(deadline))
            .setName(name)
            .setMimeType(Entry.FOLDER)
            .setParents(List.of(parent));
    return Entry.of(
        api.ask(
            "drive.files.create",
            deadline,
            drive ->
                drive
                    .files()
                    .create(folder)
                    .setSupportsAllDrives(true)
                    .setFields(Entry.FIELDS)
                    .execute()));
  }
}
