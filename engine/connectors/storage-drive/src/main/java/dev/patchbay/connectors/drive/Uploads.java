package dev.patchbay.connectors.drive;

import com.google.api.services.drive.model.File;
import dev.patchbay.google.Failure;
import dev.patchbay.google.Reply;
import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Sends files part by part; none is seen before its last byte is there. */
record Uploads(Sessions sessions, Listing listing, Ids ids, Leftovers leftovers) {
  /** Bytes of a part; Drive wants a multiple of 256 KiB. */
  static final int PART = 8 << 20;

  /** Makes a new file in a folder, under an id that was known before: it is made once at most. */
  Entry add(FileToStore file, String name, String folder, Deadline deadline) throws StoreFailure {
    var id = ids.next(deadline);
    var description = Labels.of(file).setId(id).setName(name).setParents(List.of(folder));
    var session = sessions.ofNew(description, file.length(), deadline);
    try {
      return demandSame(send(file, session, deadline), file);
    } catch (StoreFailure failure) {
      return settled(id, file, session, failure, deadline);
    }
  }

  /** Replaces the content of a file, which keeps its id and whom it is shared with. */
  Entry replace(FileToStore file, String id, Deadline deadline) throws StoreFailure {
    var session = sessions.ofContent(id, Labels.of(file), file.length(), deadline);
    try {
      return demandSame(send(file, session, deadline), file);
    } catch (StoreFailure failure) {
      return settled(id, file, session, failure, deadline);
    }
  }

  /** Begins an upload and ends it, which leaves nothing. */
  void attempt(String folder, Deadline deadline) throws StoreFailure {
    var description =
        new File()
            .setId(ids.next(deadline))
            .setName(".patchbay-check")
            .setMimeType("application/octet-stream")
            .setParents(List.of(folder));
    var _ = sessions.cancel(sessions.ofNew(description, 1, deadline), deadline);
  }

  private Entry send(FileToStore file, String session, Deadline deadline) throws StoreFailure {
    var buffer = new byte[(int) Math.min(PART, file.length() + 1)];
    try (var in = file.open()) {
      for (long first = 0; ; first += buffer.length) {
        var part = Part.read(in, buffer, first, file.length());
        if (part.last()) {
          file.fence().demandOpen();
        }
        var whole = sent(session, part, file.mediaType(), deadline);
        if (whole.isPresent()) {
          return whole.get();
        }
      }
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  /** The file, once it is whole. */
  private Optional<Entry> sent(String session, Part part, String mediaType, Deadline deadline)
      throws StoreFailure {
    return switch (sessions.send(session, part, mediaType, deadline)) {
      case Reply.Answer<Sessions.Sent>(Sessions.Whole(var entry)) -> Optional.of(entry);
      case Reply.Answer<Sessions.Sent>(Sessions.More()) -> Optional.empty();
      case Reply.Failed<Sessions.Sent>(Failure.NotFound _) ->
          throw StoreFailure.retryable("upload-gone", "Google ended the upload.");
      case Reply.Failed<Sessions.Sent>(var failure) ->
          throw part.last() ? Failures.ofPlacing(failure) : Failures.of(failure);
    };
  }

  /** Ends an upload that broke off; where the last answer was lost, looks what came of it. */
  private Entry settled(
      String id, FileToStore file, String session, StoreFailure failure, Deadline deadline)
      throws StoreFailure {
    boolean ended = leftovers.end(session, deadline);
    if (!(failure.publication() instanceof Publication.Unknown)) {
      throw failure;
    }
    var found = look(id, failure, deadline).filter(it -> it.sha256().equals(file.sha256()));
    if (found.isPresent()) {
      return found.get();
    }
    throw ended
        ? StoreFailure.retryable(
            "broken-off", "The connection broke off before the file was whole.")
        : failure;
  }

  private Optional<Entry> look(String id, StoreFailure failure, Deadline deadline)
      throws StoreFailure {
    try {
      return listing.withId(id, deadline);
    } catch (StoreFailure _) {
      throw failure;
    }
  }

  private static Entry demandSame(Entry entry, FileToStore file) throws StoreFailure {
    if (!entry.sha256().equals(file.sha256())) {
      throw StoreFailure.retryable("content-differs", "Google kept other bytes than were sent.");
    }
    return entry;
  }
}
