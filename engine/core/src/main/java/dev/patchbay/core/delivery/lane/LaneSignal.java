package dev.patchbay.core.delivery.lane;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes the thread of one lane. A signal that comes while nobody waits for it ends the next such
 * wait at once.
 */
final class LaneSignal {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean woken;
  private boolean stopped;

  /** There is new work. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends this and every later wait. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Waits; new work ends only a wait that is wakeable, and is remembered otherwise. */
  void await(Next.Wait wait) throws InterruptedException {
    lock.lock();
    try {
      var left = wait.time().toNanos();
      while (!stopped && !(wait.wakeable() && woken) && left > 0) {
        left = changed.awaitNanos(left);
      }
      woken &= !wait.wakeable();
    } finally {
      lock.unlock();
    }
  }
}
