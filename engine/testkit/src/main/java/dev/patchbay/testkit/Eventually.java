package dev.patchbay.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits for what another thread or process will do: asks again every few milliseconds until the
 * deadline, and then fails with what was seen last.
 *
 * @param timeout longest wait
 */
public record Eventually(Duration timeout) {
  private static final Duration BETWEEN_ASKS = Duration.ofMillis(5);

  /** An assertion that may throw anything. */
  @FunctionalInterface
  public interface Assertion {
    void check() throws Exception;
  }

  public static Eventually within(Duration timeout) {
    return new Eventually(timeout);
  }

  /** A minute, for what usually takes milliseconds: a busy machine may need much longer. */
  public static Eventually soon() {
    return within(Duration.ofMinutes(1));
  }

  /** Waits until the condition holds. */
  public void isTrue(String what, Callable<Boolean> condition) {
    passes(
        () -> {
          if (!condition.call()) {
            throw new AssertionError(what);
          }
        });
  }

  /** Waits until there is a value. */
  public <T> T get(String what, Callable<Optional<T>> source) {
    var found = new AtomicReference<Optional<T>>(Optional.empty());
    isTrue(
        what,
        () -> {
          found.set(source.call());
          return found.get().isPresent();
        });
    return found.get().orElseThrow();
  }

  /** Repeats the assertion until it passes; rethrows its last failure at the deadline. */
  public void passes(Assertion assertion) {
    var deadline = System.nanoTime() + timeout.toNanos();
    var failure = failureOf(assertion);
    while (failure != null) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("Not within " + timeout + ": " + failure.getMessage(), failure);
      }
      LockSupport.parkNanos(BETWEEN_ASKS.toNanos());
      failure = failureOf(assertion);
    }
  }

  private static @Nullable Throwable failureOf(Assertion assertion) {
    try {
      assertion.check();
      return null;
    } catch (AssertionError | Exception e) {
      return e;
    }
  }
}
