package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  @Test
  void doublesUpToTheLongestWait() {
    var backoff = new Backoff(FIRST, LONGEST, largest());

    assertThat(next(backoff, 5))
        .isEqualTo(Stream.of(1, 2, 4, 5, 5).map(Duration::ofSeconds).toList());
  }

  @Test
  void beginsAgainWhenAllWasWell() {
    var backoff = new Backoff(FIRST, LONGEST, largest());
    next(backoff, 4);

    backoff.reset();

    assertThat(backoff.next()).isEqualTo(FIRST);
  }

  @Test
  void spreadsOverTheWholeWait() {
    var backoff = new Backoff(LONGEST, LONGEST, new Random(7));

    assertThat(next(backoff, 100))
        .anyMatch(wait -> wait.toMillis() < 1_000)
        .anyMatch(wait -> wait.toMillis() > 4_000)
        .allMatch(wait -> wait.compareTo(LONGEST) <= 0);
  }

  private static List<Duration> next(Backoff backoff, int times) {
    return Stream.generate(backoff::next).limit(times).toList();
  }

  /** Chance that always takes the most. */
  private static RandomGenerator largest() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return 0;
      }

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }
}
