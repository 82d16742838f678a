package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Looks at what is on the server, and makes and takes away. */
record Folders(Site site) {
  private static final int MULTI_STATUS = 207;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;
  private static final int DRAINED = 64 << 10;
  private static final byte[] ASKED =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <propfind xmlns="DAV:"><prop>
        <resourcetype/><getcontentlength/><getlastmodified/><getetag/>
      </prop></propfind>
      """
          .getBytes(StandardCharsets.UTF_8);

  /** What is at an address, empty if nothing is. */
  Optional<Resource> look(URI address, Deadline deadline) throws StoreFailure {
    var found = find(address, "0", deadline);
    return found.stream().findFirst();
  }

  /** What a folder holds, and the folder itself; empty if there is none. */
  List<Resource> list(URI folder, Deadline deadline) throws StoreFailure {
    return find(folder, "1", deadline);
  }

  void demandFolder(Deadline deadline) throws StoreFailure {
    if (look(site.folder(), deadline).filter(Resource::folder).isEmpty()) {
      throw Failures.noFolder();
    }
  }

  /** Makes these folders below the store's own where they are missing. */
  void make(List<String> names, Deadline deadline) throws StoreFailure {
    for (int depth = 1; depth <= names.size(); depth++) {
      var folder = URI.create(site.at(names.subList(0, depth)) + "/");
      int status = status(request(folder, "MKCOL"), deadline);
      // 405 says that something is there, and others that it may not be made: it may be there.
      if (status >= 300 && !isFolder(folder, deadline)) {
        throw status == 405 ? inTheWay(names.get(depth - 1)) : unmade(status);
      }
    }
  }

  /** Takes away what is there, if anything is. */
  void delete(URI address, Deadline deadline) throws StoreFailure {
    int status = status(request(address, "DELETE"), deadline);
    if (status >= 300 && status != NOT_FOUND && status != GONE) {
      throw Failures.of(status);
    }
  }

  /** The status of the answer to a request that puts no file in its place. */
  int status(HttpRequest.Builder request, Deadline deadline) throws StoreFailure {
    try {
      return site.send(request, deadline, Folders::drained);
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  static HttpRequest.Builder request(URI address, String method) {
    return HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
  }

  /** Read to its end, so that the connection can be used again. */
  static int drained(int status, InputStream body) throws IOException {
    var _ = body.readNBytes(DRAINED);
    return status;
  }

  private boolean isFolder(URI address, Deadline deadline) throws StoreFailure {
    return look(address, deadline).filter(Resource::folder).isPresent();
  }

  private static StoreFailure inTheWay(String name) {
    return StoreFailure.rejected(
        "is-file", "'" + name + "' is a file and no folder. Name the folder otherwise.");
  }

  private static StoreFailure unmade(int status) {
    return status == 409 ? Failures.noFolder() : Failures.of(status);
  }

  private List<Resource> find(URI address, String depth, Deadline deadline) throws StoreFailure {
    var request =
        HttpRequest.newBuilder(address)
            .method("PROPFIND", BodyPublishers.ofByteArray(ASKED))
            .header("Depth", depth)
            .header("Content-Type", "application/xml; charset=utf-8");
    try {
      return site.send(request, deadline, Folders::found);
    } catch (IOException lost) {
      throw Failures.of(lost);
    }
  }

  private static List<Resource> found(int status, InputStream body)
      throws IOException, StoreFailure {
    if (status == NOT_FOUND || status == GONE) {
      return List.of();
    }
    if (status == MULTI_STATUS) {
      return Multistatus.read(body);
    }
    // A file server that knows no WebDAV may answer anything.
    throw Failures.of(status < 300 ? 405 : status);
  }
}
