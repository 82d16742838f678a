package dev.patchbay.server.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Many callers, each of which waits for its answer before it calls again. */
public abstract class Load {
  static final int CALLERS = 64;

  /**
   * What came of it.
   *
   * @param calls all of them answered
   * @param took from the first call to the last answer
   * @param millis of every call
   */
  public record Result(long calls, Duration took, double[] millis) {
    public double perSecond() {
      return calls / (took.toNanos() / 1e9);
    }
  }

  /** Whether to make the call of this number. */
  @FunctionalInterface
  public interface More {
    boolean test(long number);
  }

  private final AtomicLong numbers = new AtomicLong();

  /** Calls for this long. */
  public final Result during(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return run(_ -> System.nanoTime() - end < 0);
  }

  /** Makes this many calls. */
  public final Result times(long calls) {
    long end = numbers.get() + calls;
    return run(number -> number < end);
  }

  /** Takes numbers for calls as long as there are more; returns when all are answered. */
  abstract Result run(More more);

  /** Given to no other call. */
  final long nextNumber() {
    return numbers.getAndIncrement();
  }
}
