package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  /** Draws the longest wait each time. */
  private static final RandomGenerator UNLUCKY =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
          return bound - 1;
        }
      };

  private final Backoff backoff = new Backoff(UNLUCKY);

  @Test
  void doublesUpToThirtySeconds() {
    var waits = Stream.generate(backoff::next).limit(9).map(Duration::toMillis);

    assertThat(waits)
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
  }

  @Test
  void beginsAnewAfterASuccess() {
    backoff.next();
    backoff.reset();

    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
  }
}
