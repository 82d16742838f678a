package dev.patchbay.spi.service;

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

  /** Whether it can be reached and takes our credential, step by step, for a person. */
  List<CheckReport.Step> check();

  @Override
  void close();
}
