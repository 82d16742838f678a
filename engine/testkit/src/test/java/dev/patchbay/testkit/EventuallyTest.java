package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void asksUntilTheConditionHolds() {
    Eventually.soon().isTrue("third time", () -> asked.incrementAndGet() == 3);

    assertThat(asked).hasValue(3);
  }

  @Test
  void returnsTheValueOnceThereIsOne() {
    var value =
        Eventually.soon()
            .get(
                "a value", () -> Optional.of(asked.incrementAndGet()).filter(number -> number > 2));

    assertThat(value).isEqualTo(3);
  }

  @Test
  void saysWhatItWaitedForWhenTimeIsUp() {
    assertThatThrownBy(
            () -> Eventually.within(Duration.ofMillis(20)).isTrue("rain in May", () -> false))
        .isInstanceOf(AssertionError.class)
        .hasMessage("Not within PT0.02S: rain in May");
  }

  @Test
  void takesExceptionsForNotYet() {
    Eventually.soon()
        .passes(
            () -> {
              if (asked.incrementAndGet() < 3) {
                throw new IOException("refused");
              }
            });

    assertThat(asked).hasValue(3);
  }
}
