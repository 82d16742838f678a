package dev.patchbay.connectors.local;

import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FileStore;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Overwrite;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Publisher;
import dev.patchbay.spi.store.Standing;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Files below one directory. Thread-safe. */
final class LocalStore implements FileStore {
  private final Workshop workshop;
  private final Publisher publisher;
  private final LocalSource source;

  LocalStore(Path root, InstantSource clock) {
    var folders = new Folders(root);
    this.workshop = new Workshop(folders, clock);
    this.publisher = new Publisher(new LocalShelf(folders, workshop));
    this.source = new LocalSource(folders);
  }

  @Override
  public List<CheckReport.Step> check() {
    try {
      workshop.tryOut();
      return List.of(new CheckReport.Step("write", true, "The directory can be written to."));
    } catch (StoreFailure failure) {
      return List.of(new CheckReport.Step("write", false, String.valueOf(failure.getMessage())));
    }
  }

  @Override
  public Publication publish(FileToStore file, Overwrite overwrite, Deadline deadline) {
    return publisher.publish(file, overwrite, deadline);
  }

  @Override
  public Standing find(StorePath path, String sha256, Deadline deadline) {
    return publisher.find(path, sha256, deadline);
  }

  @Override
  public int sweep(Duration age) throws StoreFailure {
    return workshop.sweep(age);
  }

  @Override
  public Optional<FileSource> source() {
    return Optional.of(source);
  }

  @Override
  public void close() {}
}
