package dev.patchbay.intakes.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits as a living member of the group. Used by the polling thread only. */
final class Patience {
  /** Most answers are there before. */
  private static final long FIRST_MILLIS = 500;

  private static final Duration BEAT = Duration.ofMillis(100);

  private final Assignment assignment;
  private final Watch watch;
  private final Stop stop;

  Patience(Assignment assignment, Watch watch, Stop stop) {
    this.assignment = assignment;
    this.watch = watch;
    this.stop = stop;
  }

  /** The answer, never null; empty if we are to stop and it did not come within the grace. */
  <T> Optional<T> answer(CompletionStage<T> stage) throws InterruptedException {
    var answer = stage.toCompletableFuture();
    waitFor(answer, stop::isOverdue);
    return answer.isDone() ? Optional.of(answer.join()) : Optional.empty();
  }

  /**
   * Lets a while pass.
   *
   * @return false if we are to stop
   */
  boolean pause(Duration length) throws InterruptedException {
    var end = new CompletableFuture<Boolean>();
    end.completeOnTimeout(true, length.toNanos(), TimeUnit.NANOSECONDS);
    waitFor(end, stop::isRequested);
    return !stop.isRequested();
  }

  private void waitFor(CompletableFuture<?> end, BooleanSupplier givesUp)
      throws InterruptedException {
    if (isDoneSoon(end)) {
      return;
    }
    while (!end.isDone() && !givesUp.getAsBoolean()) {
      assignment.stay(BEAT);
      watch.look();
    }
    assignment.goOn();
  }

  private static boolean isDoneSoon(CompletableFuture<?> end) throws InterruptedException {
    try {
      end.get(FIRST_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException later) {
      return false;
    } catch (ExecutionException failed) {
      return true;
    }
  }
}
