package dev.patchbay.spi.store;

import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does calls on threads of their own, which can be cut off at a deadline: an answer may never end.
 * Thread-safe; closing it interrupts what is under way.
 */
public final class Cutoff implements AutoCloseable {
  private final ExecutorService threads;

  /** Threads of this name, with a number. */
  public Cutoff(String name) {
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name + "-", 0).factory());
  }

  /** The threads, for a client that needs some. */
  public Executor threads() {
    return threads;
  }

  /**
   * Does a call.
   *
   * @throws IOException as the call, or if the time was up
   * @throws StoreFailure as the call, or if the time was up before it was begun
   */
  public <T> T call(Callable<T> call, Deadline deadline) throws IOException, StoreFailure {
    if (deadline.passed()) {
      throw StoreFailure.retryable("too-late", "The time for this attempt had passed.");
    }
    return answer(threads.submit(call), deadline);
  }

  private static <T> T answer(Future<T> sent, Deadline deadline) throws IOException, StoreFailure {
    try {
      return sent.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException lost -> throw lost;
        case StoreFailure failure -> throw failure;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    } catch (TimeoutException late) {
      throw new IOException("too late", late);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      sent.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
