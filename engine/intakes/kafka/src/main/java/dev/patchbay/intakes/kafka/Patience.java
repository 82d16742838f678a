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

  /** The answer; empty if we are to stop and it did not come within the grace. */
  <T> Optional<T> answer(CompletionStage<T> stage) throws InterruptedException {
    var answer = stage.toCompletableFuture();
    if (!isDoneSoon(answer)) {
      stayUntil(() -> answer.isDone() || stop.isOverdue());
    }
    return answer.isDone() ? Optional.of(answer.join()) : Optional.empty();
  }

  /**
   * Lets a while pass. However short it is, we show that we live: many of them may follow.
   *
   * @return false if we are to stop
   */
  boolean pause(Duration length) throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    stayUntil(() -> System.nanoTime() - end >= 0 || stop.isRequested());
    return !stop.isRequested();
  }

  private void stayUntil(BooleanSupplier end) throws InterruptedException {
    do {
      assignment.stay(BEAT);
      watch.look();
    } while (!end.getAsBoolean());
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
