package dev.patchbay.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.spi.Quota.Budget;
import dev.patchbay.store.TestStore;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcQuotaIT {
  private final TestStore store = TestStore.create();
  private final JdbcQuota quota = new JdbcQuota(store.database());

  @AfterEach
  void close() {
    store.close();
  }

  /** No more, for the budget grows while they are asked for. */
  private static final int BURST_AND_MORE = 7;

  private int granted(Budget budget, int asked) {
    return (int) IntStream.range(0, asked).filter(_ -> quota.take(budget).isZero()).count();
  }

  /** As if the last call had been that long ago. */
  private void passes(int seconds) {
    store.execute(
        "UPDATE quota SET refilled_at = clock_timestamp() - ? * interval '1 second'", seconds);
  }

  @Test
  void anyMinuteThatBeginsWithABurstStaysWithinTheBudget() {
    var budget = new Budget("project/account", "write", 60);
    var started = System.nanoTime();
    var calls = granted(budget, BURST_AND_MORE);
    assertThat(calls).isEqualTo(5);
    for (var second = 0; second < 57; second += 3) {
      passes(3);
      calls += granted(budget, 5);
    }
    var took = Duration.ofNanos(System.nanoTime() - started); // for which there is budget, too
    assertThat(calls).isBetween(56, 60 + (int) took.toSeconds());
  }

  @Test
  void aRestDoesNotSaveUpMoreThanTheBurst() {
    var budget = new Budget("project/account", "write", 60);
    granted(budget, 5);
    passes(3_600);
    assertThat(granted(budget, BURST_AND_MORE)).isEqualTo(5);
  }

  @Test
  void aRefusalSaysHowLongToWaitAndTakesNothing() {
    var budget = new Budget("project/account", "write", 60);
    granted(budget, 5);
    var pause = quota.take(budget);
    assertThat(pause).isBetween(Duration.ofMillis(1), Duration.ofMillis(1_100));
    passes(2);
    assertThat(quota.take(budget)).isZero();
  }

  @Test
  void kindsAndOwnersDoNotShare() {
    granted(new Budget("a", "write", 60), BURST_AND_MORE);
    assertThat(granted(new Budget("a", "read", 60), BURST_AND_MORE)).isEqualTo(5);
    assertThat(granted(new Budget("b", "write", 60), BURST_AND_MORE)).isEqualTo(5);
  }

  @Test
  void oneCallAMinuteIsOneCallAMinute() {
    var budget = new Budget("a", "write", 1);
    assertThat(granted(budget, 3)).isEqualTo(1);
    passes(55);
    assertThat(granted(budget, 3)).isZero();
    passes(60);
    assertThat(granted(budget, 3)).isEqualTo(1);
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatThrownBy(() -> quota.take(new Budget("a", "write", 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
