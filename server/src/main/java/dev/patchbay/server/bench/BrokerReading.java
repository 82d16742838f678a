package dev.patchbay.server.bench;

import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.channel.BrokerChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Fills a broker while the hub does not read from it, and lets the hub read, again and again. Used
 * from one thread.
 */
public final class BrokerReading {
  private static final int AT_ONCE = 1_000;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HubClient hub;
  private final BrokerChannel channel;
  private long filled;
  private long version;

  /** The hub gets an intake that is switched off. */
  public BrokerReading(HubClient hub, BrokerChannel channel) {
    this.hub = hub;
    this.channel = channel;
    this.version = hub.createIntake(switched(false)).orFail().version();
  }

  /**
   * Sends so many more events to the broker; their numbers are new.
   *
   * @param count a multiple of a thousand
   */
  public void fill(KilobyteEvents events, int count) {
    for (long from = filled; from < filled + count; from += AT_ONCE) {
      var batch = LongStream.range(from, from + AT_ONCE).mapToObj(events::event).toList();
      channel.send(batch).orFail();
    }
    filled += count;
  }

  /** The hub begins to read. */
  public void begin() {
    set(true);
  }

  /** The hub reads no more. */
  public void end() {
    set(false);
  }

  /** Events that the hub has accepted ever. */
  public long accepted() {
    return hub.counts().orFail().accepted();
  }

  /** Returns once the hub has accepted so many, with the time of {@link System#nanoTime}. */
  public long awaitAccepted(long count) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (accepted() < count) {
      if (System.nanoTime() - until > 0) {
        throw new IllegalStateException("the hub does not read on; its log says why");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return System.nanoTime();
  }

  private void set(boolean enabled) {
    version = hub.changeIntake(switched(enabled), version).orFail().version();
  }

  private IntakeDraft switched(boolean enabled) {
    var draft = channel.intake();
    return new IntakeDraft(draft.name(), draft.type(), draft.settings(), draft.secrets(), enabled);
  }
}
