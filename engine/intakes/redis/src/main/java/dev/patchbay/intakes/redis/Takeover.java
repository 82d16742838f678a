package dev.patchbay.intakes.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Sees to what other consumers left behind. Outlives connections. Not thread-safe. */
final class Takeover {
  private final Desk desk;
  private final Duration claimAfter;
  private final Duration deadAfter;
  private final Rhythm rhythm;

  /** Entries are claimed, and consumers without any forgotten, that are idle for so long. */
  Takeover(Desk desk, Duration claimAfter, Duration deadAfter, Rhythm rhythm) {
    this.desk = desk;
    this.claimAfter = claimAfter;
    this.deadAfter = deadAfter;
    this.rhythm = rhythm;
  }

  /** Whether it is time to look. */
  boolean isDue() {
    return rhythm.isDue();
  }

  /**
   * Makes some idle entries ours, to be read with what we took ourselves; true if there were any.
   * Redis 7 forgets an entry without content as soon as it is claimed, so those are reported first.
   */
  boolean claim(PendingEntries pending) throws InterruptedException {
    var idle = pending.idle(claimAfter);
    if (idle.isEmpty()) {
      rhythm.done();
      return false;
    }
    var gone = pending.withoutContent(idle);
    desk.giveUp(pending, without(gone, pending.notPending(gone)::contains));
    var left = without(idle, gone::contains);
    var claimed = pending.claim(left, claimAfter);
    desk.giveUp(pending, dropped(pending, without(left, claimed::contains)));
    return true;
  }

  /**
   * Names of nodes that are gone for good pile up else. One that comes back in the same instant
   * loses only the note that it holds entries; it still brings them.
   */
  void sweep(PendingEntries pending) {
    pending.consumers().stream()
        .filter(consumer -> !consumer.name().equals(pending.consumer()))
        .filter(consumer -> consumer.pending() == 0 && consumer.idle().compareTo(deadAfter) > 0)
        .forEach(consumer -> pending.delete(consumer.name()));
  }

  /** Trimmed in the moment before the claim, which made Redis 7 forget them. */
  private static List<StreamId> dropped(PendingEntries pending, List<StreamId> unclaimed) {
    return pending.notPending(pending.withoutContent(unclaimed));
  }

  private static List<StreamId> without(List<StreamId> ids, Predicate<StreamId> those) {
    var left = new ArrayList<>(ids);
    left.removeIf(those);
    return left;
  }
}
