package dev.patchbay.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final Cause BUSY = new Cause("busy", "The far side is busy.");
  private final RetryPolicy policy =
      new RetryPolicy(
          new DeliverySettings.Retry(Duration.ofSeconds(1), Duration.ofSeconds(60), 4),
          new SplittableRandom(7));

  @Test
  void waitsAnywhereBelowACeilingThatDoublesUpToItsCap() {
    assertThat(longest(0)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
    assertThat(longest(3)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
    assertThat(longest(60)).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
  }

  @Test
  void neverComesBackBeforeTheFarSideAllows() {
    assertThat(policy.pause(0, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void parksAfterTheLastTryAndBacksOffBefore() {
    var verdicts = policy.failed(List.of(tried(1, 2), tried(2, 3)), BUSY, Duration.ZERO);
    assertThat(verdicts.getFirst()).isInstanceOf(Verdict.BackOff.class);
    assertThat(verdicts.getLast()).isEqualTo(new Verdict.Park(2, BUSY));
  }

  @Test
  void whatFailedTogetherStaysTogether() {
    var pauses =
        policy.failed(List.of(tried(1, 0), tried(2, 0)), BUSY, Duration.ZERO).stream()
            .map(verdict -> ((Verdict.BackOff) verdict).pause())
            .distinct();
    assertThat(pauses).hasSize(1);
  }

  private Duration longest(int failures) {
    return IntStream.range(0, 200)
        .mapToObj(i -> policy.pause(failures, Duration.ZERO))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  private static QueuedDelivery tried(long seq, int tries) {
    return new QueuedDelivery(seq, 1, new UUID(0, seq), "k", tries, true, new byte[0], null);
  }
}
