package dev.patchbay.pdf;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work for as long as it may take. Work that takes longer is interrupted and left alone; if it
 * does not heed that, its thread goes on until the JVM ends.
 *
 * @param longest how long it may take
 */
public record TimeLimit(Duration longest) {
  /** More than documents need, and tags of a template nest less deep. */
  private static final long STACK_BYTES = 16L << 20;

  /** As an argument says it. */
  static TimeLimit ofSeconds(String seconds) {
    return new TimeLimit(Duration.ofSeconds(Long.parseLong(seconds)));
  }

  /**
   * Does the work in a thread of its own.
   *
   * @throws TimeoutException if it takes longer
   * @throws ExecutionException if it fails, whatever it throws; the cause says why
   */
  public <T> T run(Callable<T> work) throws ExecutionException, TimeoutException {
    var task = new FutureTask<>(work);
    // a platform thread, because a virtual one has no stack of a given size
    var thread = new Thread(null, task, "pdf", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ExecutionException(stopped);
    } finally {
      task.cancel(true);
    }
  }

  /** What there is to say when it was too short. */
  public PdfOutcome exceeded() {
    return new PdfOutcome.TooLate(
        "the document was not converted within %d s. Make it smaller, or allow more time."
            .formatted(longest.toSeconds()));
  }
}
