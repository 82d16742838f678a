package dev.patchbay.core.inbox;

import dev.patchbay.core.event.UuidV7;
import dev.patchbay.spi.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one writer: gathers what waits, commits it, answers. */
final class GroupCommit implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final PostQueue queue;
  private final InboxStore store;
  private final UuidV7 ids;
  private final Consumer<Set<Integer>> awakened;
  private final InboxLimits limits;
  private final CountDownLatch hurry = new CountDownLatch(1);

  GroupCommit(
      PostQueue queue,
      InboxStore store,
      UuidV7 ids,
      Consumer<Set<Integer>> awakened,
      InboxLimits limits) {
    this.queue = queue;
    this.store = store;
    this.ids = ids;
    this.awakened = awakened;
    this.limits = limits;
  }

  @Override
  public void run() {
    try {
      for (var posts = queue.gather(); !posts.isEmpty(); posts = queue.gather()) {
        write(new GatheredBatch(posts));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** From now on a batch that fails is not written again. */
  void hurry() {
    hurry.countDown();
  }

  private void write(GatheredBatch batch) {
    try {
      for (var round = batch.next(ids); round != null; round = batch.next(ids)) {
        var stored = persist(round);
        batch.stored(round, stored.status());
        awaken(stored.awakened());
      }
      batch.answer();
    } catch (RuntimeException e) { // a worker's edge: the callers are told, the writer goes on
      LOG.error("Events could not be stored", e);
      batch.fail(new InboxUnavailableException(e));
    }
  }

  private InboxStore.Stored persist(GatheredBatch.Round round) {
    var deadline = Deadline.in(limits.giveUp());
    var wait = limits.firstWait();
    while (true) {
      try {
        return store.store(round.entries());
      } catch (RuntimeException e) { // a worker's edge: whatever it was, the same batch is safe
        if (deadline.remaining().compareTo(wait) <= 0 || isHurried(wait)) {
          throw e;
        }
        LOG.warn("{} events are written again: {}", round.entries().size(), e.toString());
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      }
    }
  }

  private boolean isHurried(Duration wait) {
    try {
      return hurry.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void awaken(Set<Integer> lanes) {
    if (lanes.isEmpty()) {
      return;
    }
    try {
      awakened.accept(lanes);
    } catch (RuntimeException e) { // the events are safe; the lanes' own poll finds the work
      LOG.error("Lanes {} could not be awakened", lanes, e);
    }
  }
}
