package dev.patchbay.connectors.webdav;

import dev.patchbay.connectors.webdav.Moving.Overwriting;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.BoundedCopy;
import dev.patchbay.spi.store.FileSource;
import dev.patchbay.spi.store.FoundFile;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Files of the server. */
record WebDavSource(Site site, Folders folders, Moving moving) implements FileSource {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  @Override
  public List<FoundFile> list(List<String> folder, Deadline deadline) throws StoreFailure {
    var address = folder.isEmpty() ? site.folder() : URI.create(site.at(folder) + "/");
    var all = folders.list(address, deadline);
    if (all.isEmpty()) {
      throw FileSource.noFolder(folder);
    }
    var found =
        all.stream()
            .flatMap(
                resource ->
                    StorePath.in(folder, resource.name())
                        .flatMap(path -> seen(path, resource))
                        .stream())
            .sorted(Comparator.comparing(file -> file.path().name()))
            .toList();
    if (found.size() > MOST_LISTED) {
      throw FileSource.tooMany();
    }
    return found;
  }

  private static Optional<FoundFile> seen(StorePath path, Resource resource) {
    return resource.folder()
        ? Optional.empty()
        : Optional.of(
            new FoundFile(
                path, resource.length().orElse(-1), resource.modified().orElse(Instant.EPOCH)));
  }

  @Override
  public void read(StorePath path, long most, OutputStream to, Deadline deadline)
      throws StoreFailure {
    try {
      var _ =
          site.send(
              Folders.request(site.at(path), "GET"),
              deadline,
              (status, body) -> {
                if (status != OK) {
                  throw status == NOT_FOUND ? FileSource.gone(path) : Failures.of(status);
                }
                BoundedCopy.copy(path, body, most, to, deadline);
                return status;
              });
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  @Override
  public Moved move(FoundFile file, StorePath to, Deadline deadline) throws StoreFailure {
    var stands =
        folders
            .look(site.at(file.path()), deadline)
            .flatMap(resource -> seen(file.path(), resource));
    if (stands.isEmpty()) {
      return Moved.GONE;
    }
    if (!stands.get().equals(file)) {
      return Moved.CHANGED;
    }
    folders.make(to.folders(), deadline);
    return moving.move(site.at(file.path()), site.at(to), Overwriting.F, deadline)
        ? Moved.MOVED
        : Moved.TAKEN;
  }
}
