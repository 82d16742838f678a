package dev.patchbay.connectors.webdav;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one call after which a file stands in its place.
 *
 * @param placing held meanwhile: some servers look first and move then, and files of one store at
 *     least must not meet there
 */
record Moving(Site site, ReentrantLock placing) {
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int BAD_GATEWAY = 502;

  /** Whether what stands there is replaced. */
  enum Overwriting {
    T,
    F
  }

  /** Whether it was moved: false if another stands there that must not be replaced. */
  boolean move(URI part, URI place, Overwriting overwriting, Deadline deadline)
      throws StoreFailure {
    var request =
        Folders.request(part, "MOVE")
            .header("Destination", place.toString())
            .header("Overwrite", overwriting.name());
    placing.lock();
    try {
      return moved(site.send(request, deadline, Folders::drained));
    } catch (IOException lost) {
      throw Failures.ofPlacing(lost);
    } finally {
      placing.unlock();
    }
  }

  private static boolean moved(int status) throws StoreFailure {
    return switch (status) {
      case OK, CREATED, NO_CONTENT -> true;
      case PRECONDITION_FAILED -> false;
      case CONFLICT ->
          throw StoreFailure.rejected(
              "in-the-way", "A part of the path is a file and no folder. Name it otherwise.");
      case NOT_FOUND ->
          throw StoreFailure.retryable("part-gone", "What was sent is no longer on the server.");
      case BAD_GATEWAY ->
          throw StoreFailure.unknown(
              "bad-gateway",
              "The server, or a proxy before it, did not say whether the file was put in its place."
                  + " The server must know the address that the hub reaches it by.");
      default -> throw Failures.ofPlacing(status);
    };
  }
}
