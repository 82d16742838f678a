package dev.patchbay.connectors.drive;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.StorePath;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets threads come to one path one after the other. Thread-safe. */
final class Turns {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final Set<StorePath> taken = new HashSet<>();

  /** Does something when it is its turn. */
  @FunctionalInterface
  interface Doing<T> {
    T done() throws StoreFailure;
  }

  /** Waits until no other thread is at the path. */
  <T> T at(StorePath path, Deadline deadline, Doing<T> doing) throws StoreFailure {
    if (!came(path, deadline)) {
      throw StoreFailure.retryable("too-late", "Another file of this name was still being sent.");
    }
    try {
      return doing.done();
    } finally {
      leave(path);
    }
  }

  private boolean came(StorePath path, Deadline deadline) {
    lock.lock();
    try {
      long nanos = deadline.remaining().toNanos();
      while (!taken.add(path)) {
        if (nanos <= 0) {
          return false;
        }
        nanos = left.awaitNanos(nanos);
      }
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void leave(StorePath path) {
    lock.lock();
    try {
      taken.remove(path);
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
