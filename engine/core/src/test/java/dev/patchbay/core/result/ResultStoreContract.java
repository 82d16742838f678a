package dev.patchbay.core.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.result.ResultStore.Claim;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link ResultStore} does. Each test starts with intakes but no results. */
public abstract class ResultStoreContract {
  protected static final String REDIS = "redis";
  protected static final String KAFKA = "kafka";

  /** The store under test; it has the two intakes and no other. */
  protected abstract ResultStore store();

  /** A delivery of this key, whose event came by this intake, becomes DEAD. */
  protected abstract void dies(String intake, String key);

  /** So much time passes. */
  protected abstract void pass(Duration time);

  @Test
  void handsOutTheOldestFirstAndNoMoreThanAskedFor() {
    dies(REDIS, "a");
    dies(REDIS, "b");
    dies(REDIS, "c");

    assertThat(keys(store().claim(REDIS, 2))).containsExactly("a", "b");
    assertThat(keys(store().claim(REDIS, 2))).containsExactly("c");
    assertThat(keys(store().claim(REDIS, 2))).isEmpty();
  }

  @Test
  void handsOutAgainWhatIsGivenBack() {
    dies(REDIS, "a");
    dies(REDIS, "b");
    var first = store().claim(REDIS, 1);
    store().claim(REDIS, 1);

    store().giveBack(first);

    assertThat(ids(store().claim(REDIS, 2))).isEqualTo(ids(first));
  }

  @Test
  void keepsWhatWasSentNoLonger() {
    dies(REDIS, "a");
    dies(REDIS, "b");
    var claim = store().claim(REDIS, 1);

    store().done(claim);
    store().done(claim);
    store().giveBack(claim);

    assertThat(keys(store().claim(REDIS, 2))).containsExactly("b");
    assertThat(store().waiting()).isEqualTo(Map.of(REDIS, 1L, KAFKA, 0L));
  }

  @Test
  void aClaimRunsOutAndItsHolderCanNoMoreGiveItBack() {
    dies(REDIS, "a");
    var late = store().claim(REDIS, 1);
    pass(ResultStore.CLAIM.minusSeconds(5));
    assertThat(keys(store().claim(REDIS, 1))).isEmpty();
    pass(Duration.ofSeconds(6));

    var next = store().claim(REDIS, 1);
    store().giveBack(late);

    assertThat(ids(next)).isEqualTo(ids(late)).hasSize(1);
    assertThat(keys(store().claim(REDIS, 1))).isEmpty();
  }

  @Test
  void knowsTheResultsOfIntakesApart() {
    dies(REDIS, "a");
    dies(KAFKA, "b");
    dies(KAFKA, "c");

    assertThat(keys(store().claim(REDIS, 9))).containsExactly("a");
    assertThat(store().waiting()).isEqualTo(Map.of(REDIS, 1L, KAFKA, 2L));
    assertThat(store().discard(KAFKA)).isEqualTo(2);
    assertThat(store().discard(KAFKA)).isZero();
    assertThat(store().waiting()).isEqualTo(Map.of(REDIS, 1L, KAFKA, 0L));
  }

  /** Keys of what was claimed. */
  protected static List<String> keys(Claim claim) {
    return claim.results().stream().map(FailedDelivery::key).toList();
  }

  private static List<UUID> ids(Claim claim) {
    return claim.results().stream().map(FailedDelivery::id).toList();
  }
}
