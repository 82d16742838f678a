package dev.patchbay.server.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest events, numbered from 1. Readers keep a number, not a queue, so a slow reader costs
 * nothing and learns how much it missed. Thread-safe.
 */
final class EventRing {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final @Nullable LiveEvent[] ring;
  private long last;
  private boolean closed;

  EventRing(int size) {
    this.ring = new LiveEvent[size];
  }

  /** Number of the newest event, 0 before the first. */
  long last() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  void publish(String name, byte[] data) {
    lock.lock();
    try {
      last++;
      ring[slot(last)] = new LiveEvent(last, name, data);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What came after a number; waits for it, at most this long. */
  Batch after(long seen, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (last <= seen && !closed && left > 0) {
        left = moved.awaitNanos(left);
      }
      return collect(seen);
    } finally {
      lock.unlock();
    }
  }

  /** Wakes all readers for good. */
  void close() {
    lock.lock();
    try {
      closed = true;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Batch collect(long seen) {
    long first = Math.max(seen + 1, last - ring.length + 1);
    var events = new ArrayList<LiveEvent>();
    for (long id = first; id <= last; id++) {
      var event = ring[slot(id)];
      if (event != null) {
        events.add(event);
      }
    }
    return new Batch(events, Math.max(0, first - seen - 1), closed);
  }

  private int slot(long id) {
    return (int) (id % ring.length);
  }

  /**
   * Events after a number.
   *
   * @param missed how many came before them and are gone
   * @param closed nothing will follow
   */
  record Batch(List<LiveEvent> events, long missed, boolean closed) {
    Batch {
      events = List.copyOf(events);
    }
  }

  /** One event as it is sent. */
  record LiveEvent(long id, String name, byte[] data) {}
}
