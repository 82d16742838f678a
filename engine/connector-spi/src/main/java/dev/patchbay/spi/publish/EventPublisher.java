package dev.patchbay.spi.publish;

import java.util.List;

/**
 * Sends the hub's own events out. It minds its connection itself: a broker that is gone is an
 * answer, never an exception.
 */
public interface EventPublisher extends AutoCloseable {
  /**
   * Sends events, in their order where they have one key. Blocks for twenty-five seconds at most;
   * called by one thread at a time.
   *
   * @param events at most 1,000, not empty
   * @return {@link Published.Done} only once the broker has every one of them. Otherwise all are
   *     brought again, so that one may be there twice, under the same id
   */
  Published publish(List<OutgoingEvent> events);

  /** Lets go within seconds; any thread. Breaks off a {@link #publish} under way. */
  @Override
  void close();
}
