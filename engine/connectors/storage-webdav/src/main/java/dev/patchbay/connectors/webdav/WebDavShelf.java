package dev.patchbay.connectors.webdav;

import dev.patchbay.connectors.webdav.Moving.Overwriting;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.Sha256;
import dev.patchbay.spi.store.Shelf;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/** Sent whole to the workshop, then moved. */
record WebDavShelf(Site site, Folders folders, Workshop workshop, Moving moving) implements Shelf {
  private static final int OK = 200;

  @Override
  public OptionalLong length(StorePath path, Deadline deadline) throws StoreFailure {
    var found = folders.look(site.at(path), deadline);
    if (found.isEmpty()) {
      return OptionalLong.empty();
    }
    if (found.get().folder()) {
      throw StoreFailure.rejected(
          "is-folder", "'" + path + "' is a folder. Name the file otherwise.");
    }
    return OptionalLong.of(found.get().length().orElse(-1));
  }

  @Override
  public String sha256(StorePath path, Deadline deadline) throws StoreFailure {
    try {
      return site.send(Folders.request(site.at(path), "GET"), deadline, WebDavShelf::digested);
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  /** By entity tag, length, and the server's clock, which tells seconds. */
  @Override
  public Optional<String> version(StorePath path, Deadline deadline) throws StoreFailure {
    return folders
        .look(site.at(path), deadline)
        .map(found -> found.tag() + ", " + found.modified() + ", " + found.length());
  }

  /** Where none stood before, none is replaced. */
  @Override
  public void replace(FileToStore file, Deadline deadline) throws StoreFailure {
    boolean stood = folders.look(site.at(file.path()), deadline).isPresent();
    if (!place(file, file.path(), stood ? Overwriting.T : Overwriting.F, deadline)) {
      throw StoreFailure.overtaken();
    }
  }

  @Override
  public boolean add(FileToStore file, StorePath path, Deadline deadline) throws StoreFailure {
    return place(file, path, Overwriting.F, deadline);
  }

  private boolean place(
      FileToStore file, StorePath path, Overwriting overwriting, Deadline deadline)
      throws StoreFailure {
    var part = workshop.send(file, deadline);
    try {
      folders.make(path.folders(), deadline);
      file.fence().demandOpen();
      boolean placed = moving.move(part, site.at(path), overwriting, deadline);
      if (!placed) {
        workshop.discard(part, deadline);
      }
      return placed;
    } catch (StoreFailure failure) {
      discardUnlessMoving(part, failure, deadline);
      throw failure;
    }
  }

  /** One whose move was not answered may be on its way still. */
  private void discardUnlessMoving(URI part, StoreFailure failure, Deadline deadline) {
    if (!(failure.publication() instanceof Publication.Unknown)) {
      workshop.discard(part, deadline);
    }
  }

  private static String digested(int status, InputStream body) throws IOException, StoreFailure {
    if (status != OK) {
      throw Failures.of(status);
    }
    return Sha256.of(body);
  }
}
