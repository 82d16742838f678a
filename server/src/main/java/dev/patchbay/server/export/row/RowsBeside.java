package dev.patchbay.server.export.row;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Works on rows in a thread of its own while the next ones are read: some hundreds are worked on,
 * as many are gathered, and whoever brings more waits. For one thread that brings rows in order.
 */
final class RowsBeside<T> implements AutoCloseable {
  private static final int ROWS = 500;

  private final Predicate<T> work;
  private final ExecutorService thread =
      // no virtual thread: writing holds its carrier, and there are as few as cores
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("rows").factory());
  private List<T> gathered = new ArrayList<>(ROWS);
  private Future<Boolean> working = CompletableFuture.completedFuture(true);

  /**
   * Begins.
   *
   * @param work on one row; false ends it, and no other row is worked on
   */
  RowsBeside(Predicate<T> work) {
    this.work = work;
  }

  /** Takes a row; false once the work has ended. Throws what the work threw. */
  boolean take(T row) {
    gathered.add(row);
    return gathered.size() < ROWS || handOver();
  }

  /** Returns when all rows that were taken are worked on, or the work has ended. */
  void finish() {
    if (handOver()) {
      var _ = goesOn();
    }
  }

  private boolean handOver() {
    if (!goesOn()) {
      return false;
    }
    var batch = gathered;
    gathered = new ArrayList<>(ROWS);
    working = thread.submit(() -> batch.stream().allMatch(work));
    return true;
  }

  private boolean goesOn() {
    try {
      return working.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while rows were worked on", e);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(failed.getCause());
    }
  }

  /** Returns when no row is worked on any more. */
  @Override
  public void close() {
    thread.close();
  }
}
