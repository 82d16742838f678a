package dev.patchbay.spi.service;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.CheckReport;
import dev.patchbay.spi.Deadline;
import java.util.List;

/** An open service. Thread-safe; asked from many threads at once. */
public interface Service extends AutoCloseable {
  /**
   * Asks for one thing, once: nothing is cached or repeated here, but for a request that was
   * refused for the sake of a token that had to be renewed. Blocks the calling thread and never
   * throws for what the far side does.
   *
   * @param path below the service's address, starts with a slash, encoded, maybe with a query
   * @param deadline when to give up, bounded by the service's own time-out too
   */
  Fetched fetch(String path, Deadline deadline);

  /**
   * Tells it something, once: what is not answered is not repeated here. Blocks the calling thread
   * and never throws for what the far side does. A service that can only be asked refuses.
   *
   * @param path as in {@link #fetch}
   * @param json what it is told, one JSON value in UTF-8
   * @param key names this change (draft-ietf-httpapi-idempotency-key-header): told again with the
   *     same key and content, it changes nothing again; 1 to 200 visible ASCII characters
   * @param deadline when to give up, bounded by the service's own time-out too
   */
  default Told send(String path, byte[] json, String key, Deadline deadline) {
    return new Told.Refused(
        new Cause("only-asked", "This kind of service can be asked, but is told nothing."));
  }

  /** Whether it can be reached and takes our credential, step by step, for a person. */
  List<CheckReport.Step> check();

  @Override
  void close();
}
