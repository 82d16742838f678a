package dev.patchbay.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {
  private final MutableClock clock = MutableClock.at(Instant.EPOCH);
  private final LockOut lockOut = new LockOut(clock);

  @Test
  void fiveFailuresWithAKeyLockItOutForAMinute() {
    fail("a", "key", 4);
    assertThat(lockOut.remaining("a", "key")).isEmpty();
    fail("a", "key", 1);
    assertThat(lockOut.remaining("a", "key")).contains(Duration.ofMinutes(1));
    clock.advance(Duration.ofSeconds(59));
    assertThat(lockOut.remaining("a", "key")).contains(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(lockOut.remaining("a", "key")).isEmpty();
  }

  @Test
  void nobodyIsLockedOutForLongerBecauseTheClockWasSetBack() {
    fail("a", "key", 5);
    clock.advance(Duration.ofHours(-1));
    assertThat(lockOut.remaining("a", "key")).isEmpty();
  }

  @Test
  void othersAreNotLockedOut() {
    fail("a", "key", 5);
    assertThat(lockOut.remaining("a", "other")).isEmpty();
    assertThat(lockOut.remaining("b", "key")).isEmpty();
  }

  @Test
  void fiftyFailuresLockAnAddressOutOfEveryKey() {
    for (int i = 0; i < 50; i++) {
      fail("a", "key-" + i, 1);
    }
    assertThat(lockOut.remaining("a", "another")).contains(Duration.ofMinutes(1));
    assertThat(lockOut.remaining("b", "another")).isEmpty();
  }

  @Test
  void aRightKeyForgivesItsMistakes() {
    fail("a", "key", 4);
    lockOut.succeeded("a", "key");
    fail("a", "key", 4);
    assertThat(lockOut.remaining("a", "key")).isEmpty();
  }

  @Test
  void oldFailuresAreForgotten() {
    fail("a", "key", 4);
    clock.advance(Duration.ofMinutes(1));
    fail("a", "key", 4);
    assertThat(lockOut.remaining("a", "key")).isEmpty();
  }

  @Test
  void aFloodOfKeysDoesNotGrowTheTableNorFreeTheFlooder() {
    for (int i = 0; i < 20_000; i++) {
      fail("a", "key-" + i, 1);
    }
    assertThat(lockOut.remaining("a", "key-x")).isPresent();
  }

  private void fail(String address, String key, int times) {
    for (int i = 0; i < times; i++) {
      lockOut.failed(address, key);
    }
  }
}
