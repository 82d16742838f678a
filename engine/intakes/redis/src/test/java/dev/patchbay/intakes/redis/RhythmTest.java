package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private final MutableClock clock = MutableClock.at("2026-11-01T12:00:00Z");
  private final Rhythm rhythm = new Rhythm(Duration.ofSeconds(2), clock);

  @Test
  void isDueAtFirstAndAfterEachInterval() {
    assertThat(rhythm.isDue()).isTrue();
    rhythm.done();
    clock.advance(Duration.ofMillis(1_999));
    assertThat(rhythm.isDue()).isFalse();
    clock.advance(Duration.ofMillis(1));
    assertThat(rhythm.isDue()).isTrue();
  }

  @Test
  void isDueWhenTheClockIsSetBack() {
    rhythm.done();

    clock.advance(Duration.ofHours(-1));

    assertThat(rhythm.isDue()).isTrue();
  }
}
