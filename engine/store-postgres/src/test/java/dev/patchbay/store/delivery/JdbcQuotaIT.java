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

  private static final int BURST_AND_MORE = 7;

  /** One more in four seconds, so that none is added while a burst is asked for. */
  private static final int A_MINUTE = 20;

  private static final Duration UNTIL_NEXT = Duration.ofSeconds(4);

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
    var budget = new Budget("project/account", "write", A_MINUTE);
    var started = System.nanoTime();
    var calls = granted(budget, BURST_AND_MORE);
    assertThat(calls).isEqualTo(5);
    for (var second = 0; second < 57; second += 4) {
      passes(4);
      calls += granted(budget, 5);
    }
    var took = Duration.ofNanos(System.nanoTime() - started); // for which there is budget, too
    assertThat(calls).isBetween(A_MINUTE - 2, A_MINUTE + (int) took.dividedBy(UNTIL_NEXT));
  }

  @Test
  void aRestDoesNotSaveUpMoreThanTheBurst() {
    var budget = new Budget("project/account", "write", A_MINUTE);
    granted(budget, 5);
    passes(3_600);
    assertThat(granted(budget, BURST_AND_MORE)).isEqualTo(5);
  }

  @Test
  void aRefusalSaysHowLongToWaitAndTakesNothing() {
    var budget = new Budget("project/account", "write", A_MINUTE);
    granted(budget, 5);
    var pause = quota.take(budget);
    assertThat(pause).isBetween(Duration.ofMillis(1), UNTIL_NEXT);
    passes(5);
    assertThat(quota.take(budget)).isZero();
  }

  @Test
  void kindsAndOwnersDoNotShare() {
    granted(new Budget("a", "write", A_MINUTE), BURST_AND_MORE);
    assertThat(granted(new Budget("a", "read", A_MINUTE), BURST_AND_MORE)).isEqualTo(5);
    assertThat(granted(new Budget("b", "write", A_MINUTE), BURST_AND_MORE)).isEqualTo(5);
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
