package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A folder of the store where files are sent to before they are put in their place. */
record Workshop(Site site, Folders folders) {
  private static final String PART = "[0-9a-f-]{36}\\.part";

  /** Sends a file until it is whole there; takes it away if that fails and the server is there. */
  URI send(FileToStore file, Deadline deadline) throws StoreFailure {
    var part = part(deadline);
    boolean whole = false;
    try (var outgoing = Outgoing.of(file)) {
      put(part, file.mediaType(), outgoing, deadline);
      demandLength(part, file.length(), deadline);
      whole = true;
      return part;
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    } finally {
      if (!whole) {
        discard(part, deadline);
      }
    }
  }

  /** Address of a part that is not there yet, in the folder, which is. */
  URI part(Deadline deadline) throws StoreFailure {
    folders.make(List.of(StorePath.WORKSHOP), deadline);
    return site.at(List.of(StorePath.WORKSHOP, UUID.randomUUID() + ".part"));
  }

  /** Takes a part away; one that stays is swept another day. */
  void discard(URI part, Deadline deadline) {
    try {
      folders.delete(part, deadline);
    } catch (StoreFailure _) {
      // Out of reach, or the time is up: nobody sees it.
    }
  }

  int sweep(Instant before, Deadline deadline) throws StoreFailure {
    int swept = 0;
    var workshop = URI.create(site.at(List.of(StorePath.WORKSHOP)) + "/");
    for (var found : folders.list(workshop, deadline)) {
      if (found.name().matches(PART)
          && found.modified().filter(time -> !time.isAfter(before)).isPresent()) {
        folders.delete(site.at(List.of(StorePath.WORKSHOP, found.name())), deadline);
        swept++;
      }
    }
    return swept;
  }

  private void put(URI part, String mediaType, Outgoing outgoing, Deadline deadline)
      throws StoreFailure {
    var request =
        HttpRequest.newBuilder(part).PUT(outgoing.body()).header("Content-Type", mediaType);
    int status;
    try {
      status = site.send(request, deadline, Folders::drained);
    } catch (IOException lost) {
      throw outgoing.failure().map(Unanswered::ofSource).orElseGet(() -> Failures.of(lost));
    }
    if (status >= 300) {
      throw Failures.of(status);
    }
  }

  private void demandLength(URI part, long length, Deadline deadline) throws StoreFailure {
    boolean whole =
        folders
            .look(part, deadline)
            .filter(it -> it.length().isPresent() && it.length().getAsLong() == length)
            .isPresent();
    if (!whole) {
      throw StoreFailure.retryable("cut-short", "The server kept less than was sent.");
    }
  }
}
