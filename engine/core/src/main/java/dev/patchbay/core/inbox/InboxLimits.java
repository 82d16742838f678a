package dev.patchbay.core.inbox;

import java.time.Duration;

/**
 * How much the inbox gathers, holds and waits.
 *
 * @param batchEvents events of one commit; a larger post is committed alone
 * @param batchBytes payload of one commit
 * @param queuedEvents events that may wait for a commit before posts are refused
 * @param queuedBytes payload that may wait
 * @param firstWait before a batch that failed is written again; doubles with every failure
 * @param giveUp how long a batch is written again before its callers are told
 * @param linger how long a commit waits at most until half of the callers are there; a caller alone
 *     never waits
 */
public record InboxLimits(
    int batchEvents,
    long batchBytes,
    int queuedEvents,
    long queuedBytes,
    Duration firstWait,
    Duration giveUp,
    Duration linger) {
  /** 1,000 events or 2 MiB a commit, 20,000 or 64 MiB waiting, given up after 10 s. */
  public static final InboxLimits DEFAULT =
      new InboxLimits(
          1_000,
          2 << 20,
          20_000,
          64 << 20,
          Duration.ofMillis(50),
          Duration.ofSeconds(10),
          Duration.ofMillis(4));
}
