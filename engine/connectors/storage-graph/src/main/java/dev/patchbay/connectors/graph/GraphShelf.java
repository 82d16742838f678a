package dev.patchbay.connectors.graph;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Shelf;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.util.Optional;
import java.util.OptionalLong;

/** Names are unique, and Graph itself says what happens to one that is taken, in the same step. */
record GraphShelf(Graph graph, Items items, Uploads uploads) implements Shelf {
  @Override
  public OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure {
    Names.demand(path);
    items.demandRoot(deadline);
    var found = items.look(path.segments(), deadline);
    if (found.filter(Item::folder).isPresent()) {
      throw StoreFailure.rejected(
          "is-folder", "'" + path + "' is a folder. Name the file otherwise.");
    }
    return found.map(item -> OptionalLong.of(item.length())).orElseGet(OptionalLong::empty);
  }

  /** Graph tells a hash of its own only, so the file is read. */
  @Override
  public String sha256(StorePath path, Deadline deadline) throws StoreFailure {
    var found = items.look(path.segments(), deadline);
    return found.isEmpty() ? "" : graph.sha256(found.get().download(), deadline);
  }

  @Override
  public Optional<String> version(StorePath path, Deadline deadline) throws StoreFailure {
    return items.look(path.segments(), deadline).map(Item::version);
  }

  /** Where none stood before, none is replaced. */
  @Override
  public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
    boolean stood = items.look(file.path().segments(), deadline).isPresent();
    items.make(file.path().folders(), deadline);
    if (!uploads.put(file, file.path(), stood ? OnConflict.REPLACE : OnConflict.FAIL, deadline)) {
      throw StoreFailure.overtaken();
    }
  }

  @Override
  public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    items.make(path.folders(), deadline);
    return uploads.put(file, path, OnConflict.FAIL, deadline);
  }
}
