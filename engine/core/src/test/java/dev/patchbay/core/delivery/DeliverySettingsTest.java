package dev.patchbay.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void theDefaultsKeepDoubtfulTokensForADay() {
    assertThat(DeliverySettings.DEFAULTS.tokens().doubtful()).isEqualTo(Duration.ofHours(24));
    assertThat(DeliverySettings.DEFAULTS.tokens().clean())
        .isGreaterThan(DeliverySettings.DEFAULTS.pace().attempt());
  }

  @Test
  void refusesDoubtfulTokensThatLiveShorterThanCleanOnes() {
    assertThatThrownBy(() -> new DeliverySettings.TokenLife(SECOND, Duration.ZERO))
        .hasMessage("doubtful must not be below clean");
  }

  @Test
  void refusesACapBelowTheFirstWait() {
    assertThatThrownBy(() -> new DeliverySettings.Retry(SECOND, Duration.ZERO, 1))
        .hasMessage("cap must not be below backOff");
  }

  @Test
  void refusesALeaseTooShortToBeRenewed() {
    assertThatThrownBy(
            () -> new DeliverySettings.Ownership(Duration.ofMillis(10), SECOND, 1, SECOND))
        .hasMessage("lease must be 500 ms at least");
  }
}
