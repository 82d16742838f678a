package dev.patchbay.sandbox.quota;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private final MutableClock clock = MutableClock.at("2026-03-01T12:00:30Z");
  private final Quota quota = new Quota(clock, false);

  @Test
  void isRefilledWhenTheMinuteOfTheClockTurns() {
    spend(60, "a");

    clock.advance(Duration.ofSeconds(29));
    assertThatThrownBy(() -> quota.spend(true, "a")).isInstanceOf(ApiError.class);
    clock.advance(Duration.ofSeconds(1));
    assertThatCode(() -> quota.spend(true, "a")).doesNotThrowAnyException();
  }

  @Test
  void countsReadsAndWritesApart() {
    spend(60, "a");

    assertThatCode(() -> quota.spend(false, "a")).doesNotThrowAnyException();
  }

  @Test
  void doesNotChargeTheProjectForRefusedCalls() {
    for (var user = 0; user < 4; user++) {
      spend(60, "u" + user);
      assertThatThrownBy(() -> spend(1, "u0")).hasMessageContaining("per minute per user");
    }
    spend(60, "last");

    assertThatThrownBy(() -> quota.spend(true, "one more"))
        .hasMessageContaining("limit 'Write requests per minute' of service");
  }

  @Test
  void canBeSwitchedOff() {
    var unlimited = new Quota(clock, true);

    assertThatCode(
            () -> {
              for (var i = 0; i < 1000; i++) {
                unlimited.spend(true, "a");
              }
            })
        .doesNotThrowAnyException();
  }

  private void spend(int calls, String user) {
    for (var i = 0; i < calls; i++) {
      quota.spend(true, user);
    }
  }
}
