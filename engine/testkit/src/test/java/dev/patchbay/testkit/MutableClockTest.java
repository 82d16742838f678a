package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {
  private final MutableClock clock = MutableClock.at("2026-03-01T12:00:00Z");

  @Test
  void standsStillUntilMoved() {
    assertThat(clock.instant()).isEqualTo(clock.instant());
  }

  @Test
  void stepsForwardsAndBackwards() {
    assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo("2026-03-01T12:05:00Z");
    assertThat(clock.advance(Duration.ofMinutes(-10))).isEqualTo("2026-03-01T11:55:00Z");
  }

  @Test
  void jumpsToAnyTime() {
    clock.set(Instant.EPOCH);

    assertThat(clock.millis()).isZero();
  }
}
