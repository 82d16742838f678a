package dev.patchbay.connectors.graph;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.FileToStore;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import dev.patchbay.spi.store.Unanswered;
import java.io.IOException;
import java.net.http.HttpRequest;

/**
 * Sends files, small ones at once and larger ones part by part; none is seen before it is whole.
 */
record Uploads(
    Graph graph, GraphSettings settings, Items items, Sessions sessions, Leftovers leftovers) {
  /** Bytes of a part; Graph wants a multiple of 320 KiB, and recommends 5 to 10 MB. */
  static final int PART = 16 * (320 << 10);

  /** Bytes of the largest file that is sent in one request. */
  static final int SMALL = 4 << 20;

  private static final int TAKEN = 409;

  /** Whether the file was put: false if another stands there and must stay. */
  boolean put(FileToStore file, StorePath path, OnConflict onConflict, Deadline deadline)
      throws StoreFailure {
    return file.length() > SMALL
        ? putInParts(file, path, onConflict, deadline)
        : putAtOnce(file, path, onConflict, deadline);
  }

  private boolean putAtOnce(
      FileToStore file, StorePath path, OnConflict onConflict, Deadline deadline)
      throws StoreFailure {
    var what = "/content?" + Items.CONFLICT + "=" + onConflict.word();
    var request =
        HttpRequest.newBuilder(settings.at(path.segments(), what))
            .header("Content-Type", file.mediaType())
            .PUT(whole(file).body());
    file.fence().demandOpen();
    try {
      var answer = graph.send("graph.content.put", request, deadline);
      if (answer.status() == TAKEN) {
        return false;
      }
      if (answer.status() != 200 && answer.status() != 201) {
        throw Failures.ofPlacing(answer);
      }
      return true;
    } catch (IOException lost) {
      throw Failures.ofPlacing(lost);
    }
  }

  /** With room for a byte more, so that it is read until it ends. */
  private static Part whole(FileToStore file) throws StoreFailure {
    try (var in = file.open()) {
      return Part.read(in, new byte[(int) file.length() + 1], 0, file.length());
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  private boolean putInParts(
      FileToStore file, StorePath path, OnConflict onConflict, Deadline deadline)
      throws StoreFailure {
    leftovers.endAt(path, deadline);
    var session = sessions.begin(path, onConflict, deadline);
    if (session.isEmpty()) {
      return demandStanding(path, onConflict, deadline);
    }
    try {
      boolean put = send(file, session.get(), deadline);
      if (!put) {
        leftovers.end(session.get(), path, deadline);
      }
      return put;
    } catch (StoreFailure failure) {
      throw ended(session.get(), path, failure, deadline);
    }
  }

  private boolean send(FileToStore file, String session, Deadline deadline) throws StoreFailure {
    var buffer = new byte[PART];
    try (var in = file.open()) {
      for (long first = 0; first < file.length(); first += PART) {
        var part = Part.read(in, buffer, first, file.length());
        if (part.last()) {
          file.fence().demandOpen();
        }
        if (!sessions.send(session, part, deadline)) {
          return false;
        }
      }
      return true;
    } catch (IOException failure) {
      throw Unanswered.ofSource(failure);
    }
  }

  /** A name is taken too while somebody else sends a file of that name. */
  private boolean demandStanding(StorePath path, OnConflict onConflict, Deadline deadline)
      throws StoreFailure {
    if (onConflict == OnConflict.REPLACE || items.look(path.segments(), deadline).isEmpty()) {
      throw StoreFailure.retryable(
          "being-sent",
          "A file of this name is just being sent, or is open at somebody. It is tried again.");
    }
    return false;
  }

  /** Of a session that was ended before its last answer came, the file never stands there. */
  private StoreFailure ended(
      String session, StorePath path, StoreFailure failure, Deadline deadline) {
    boolean ended = leftovers.end(session, path, deadline);
    return ended && failure.publication() instanceof Publication.Unknown
        ? StoreFailure.retryable(
            "broken-off", "The connection broke off before the file was whole.")
        : failure;
  }
}
