package dev.patchbay.core.connector;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Leaves a failing far side in peace. Closed it lets everything through; after a number of failures
 * in a row it opens and lets nothing through for a while; then it is half open and lets one call
 * through, whose success closes it and whose failure opens it for twice as long. Thread-safe.
 */
public final class CircuitBreaker {
  private final int threshold;
  private final Duration firstWait;
  private final Duration longestWait;
  private final InstantSource clock;
  private int failures;
  private Duration wait;
  private Wait untilProbe = Wait.NONE;
  private boolean open;
  private boolean probing;

  /**
   * A closed breaker.
   *
   * @param threshold failures in a row that open it, at least one
   */
  public CircuitBreaker(
      int threshold, Duration firstWait, Duration longestWait, InstantSource clock) {
    this.threshold = threshold;
    this.firstWait = firstWait;
    this.longestWait = longestWait;
    this.clock = clock;
    this.wait = firstWait;
  }

  /**
   * Asks for a call. Every call that is let through ends with {@link #succeeded}, {@link #failed}
   * or {@link #forgotten}.
   *
   * @return zero if it may go, otherwise how long to wait before asking again
   */
  public synchronized Duration ask() {
    if (!open) {
      return Duration.ZERO;
    }
    var left = untilProbe.left(clock.instant());
    if (left.isPositive()) {
      return left;
    }
    if (probing) {
      return firstWait;
    }
    probing = true;
    return Duration.ZERO;
  }

  /** A call succeeded; true if that closed the breaker. */
  public synchronized boolean succeeded() {
    var closed = open;
    open = false;
    probing = false;
    failures = 0;
    wait = firstWait;
    return closed;
  }

  /** A call failed; true if that opened the breaker. */
  public synchronized boolean failed() {
    failures++;
    if (open && !probing) {
      return false;
    }
    if (!open && failures < threshold) {
      return false;
    }
    var opened = !open;
    wait = open ? shorter(wait.multipliedBy(2), longestWait) : firstWait;
    open = true;
    probing = false;
    untilProbe = Wait.of(clock.instant(), wait);
    return opened;
  }

  /** A call ended in a way that says nothing about the far side's health. */
  public synchronized void forgotten() {
    probing = false;
  }

  /** Opens it with its wait over: the next call is the probe. */
  synchronized void startHalfOpen() {
    open = true;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
