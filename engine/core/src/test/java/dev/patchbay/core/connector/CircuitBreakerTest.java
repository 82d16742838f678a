package dev.patchbay.core.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.SteppedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final SteppedClock clock = new SteppedClock();
  private final CircuitBreaker breaker =
      new CircuitBreaker(2, SECOND, Duration.ofSeconds(3), clock);

  @Test
  void opensAfterFailuresInARowOnly() {
    breaker.failed();
    breaker.succeeded();
    assertThat(breaker.failed()).isFalse();
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.failed()).isTrue();
    assertThat(breaker.ask()).isEqualTo(SECOND);
  }

  @Test
  void letsOneProbeThroughOnceItsWaitIsOver() {
    open();
    clock.advance(SECOND);
    assertThat(breaker.ask()).isZero();
    assertThat(breaker.ask()).isPositive();
    assertThat(breaker.succeeded()).isTrue();
    assertThat(breaker.ask()).isZero();
  }

  @Test
  void staysOpenTwiceAsLongAfterAFailedProbeUpToItsCap() {
    open();
    clock.advance(SECOND);
    breaker.ask();
    breaker.failed();
    assertThat(breaker.ask()).isEqualTo(Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(2));
    breaker.ask();
    breaker.failed();
    assertThat(breaker.ask()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aProbeThatSaysNothingIsFollowedByAnother() {
    open();
    clock.advance(SECOND);
    breaker.ask();
    breaker.forgotten();
    assertThat(breaker.ask()).isZero();
  }

  @Test
  void doesNotWaitLongerBecauseTheClockWasSetBack() {
    open();
    clock.advance(Duration.ofHours(-1));
    assertThat(breaker.ask()).isZero();
  }

  private void open() {
    breaker.failed();
    breaker.failed();
  }
}
