package dev.patchbay.server.chaos.load;

import dev.patchbay.server.demo.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * A core service that leaves facts at a broker without pause, and leaves those again that it got no
 * word about. Thread-safe, but {@link #pause} and {@link #resume} belong to one thread.
 */
public final class Feeder implements AutoCloseable {
  private static final int MOST_AT_ONCE = 6;
  private static final Duration BETWEEN = Duration.ofMillis(80);

  private final String prefix;
  private final Outlet outlet;
  private final Ledger ledger;
  private final Facts facts;
  private final RandomGenerator chance = new SplittableRandom(4);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Thread thread;

  private Feeder(String prefix, Outlet outlet, Ledger ledger) {
    this.prefix = prefix;
    this.outlet = outlet;
    this.ledger = ledger;
    this.facts = new Facts(prefix);
    this.thread = Thread.ofVirtual().name("feeder-" + prefix).unstarted(this::run);
  }

  /**
   * Begins to leave facts.
   *
   * @param prefix of its keys
   * @param ledger is told what the outlet has
   */
  public static Feeder start(String prefix, Outlet outlet, Ledger ledger) {
    var feeder = new Feeder(prefix, outlet, ledger);
    feeder.thread.start();
    return feeder;
  }

  /** Whether the fact of this id is one of its. */
  public boolean made(String fact) {
    return fact.startsWith(prefix + "-");
  }

  /** Returns when the broker has all it was left. */
  public void pause() {
    turn.lock();
  }

  /** Goes on after a {@link #pause}. */
  public void resume() {
    turn.unlock();
  }

  /** Leaves messages of somebody else until the broker has them. */
  public void leave(List<Outlet.Message> messages) {
    while (!outlet.leave(messages) && stopped.getCount() > 0) {
      Pause.of(BETWEEN);
    }
  }

  /** Leaves facts and enters them in the ledger. */
  public void leaveFacts(List<Fact> more) {
    leave(more.stream().map(Outlet.Message::of).toList());
    ledger.left(more);
  }

  /** Leaves one with more in its data and enters it in the ledger. */
  public void leaveFact(Fact fact, Map<String, Object> more) {
    leave(List.of(new Outlet.Message(fact.key(), fact.json(more))));
    ledger.left(List.of(fact));
  }

  /** Leaves nothing more, also where a broker is gone for good. */
  @Override
  public void close() {
    stopped.countDown();
  }

  private void run() {
    while (stopped.getCount() > 0) {
      turn.lock();
      try {
        leaveFacts(facts.next(chance.nextInt(1, MOST_AT_ONCE)));
      } finally {
        turn.unlock();
      }
      Pause.of(BETWEEN);
    }
  }
}
