package dev.patchbay.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.access.StoredKey;
import dev.patchbay.core.access.UserStore;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.access.Role;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AuthenticatorTest {
  private static final Duration LIFE = Duration.ofSeconds(5);
  private static final String ADDRESS = "192.0.2.7";
  private static final ApiKey KEY = ApiKey.random();
  private static final Identity ANNA = new Identity.Known(new Caller("anna", Role.SERVICE));

  private final AtomicInteger lookups = new AtomicInteger();
  private Instant now = Instant.parse("2026-11-25T08:00:00Z");
  private final InstantSource clock = () -> now;
  private final Authenticator authenticator =
      new Authenticator(new KeyCache(store(), clock, LIFE), new LockOut(clock), clock);

  @Test
  void aKeyNotLookedUpYetIsNotAtHandAndTheStoreIsNotAsked() {
    assertThat(authenticator.identifyAtHand(ADDRESS, KEY.text())).isEmpty();
    assertThat(lookups).hasValue(0);
  }

  @Test
  void aKeyLookedUpIsAtHandForAWhile() {
    assertThat(authenticator.identify(ADDRESS, KEY.text())).isEqualTo(ANNA);
    assertThat(authenticator.identifyAtHand(ADDRESS, KEY.text())).contains(ANNA);
    now = now.plus(LIFE);
    assertThat(authenticator.identifyAtHand(ADDRESS, KEY.text())).isEmpty();
    assertThat(lookups).hasValue(1);
  }

  @Test
  void aKeyIsNotAtHandForLongerBecauseTheClockWasSetBack() {
    assertThat(authenticator.identify(ADDRESS, KEY.text())).isEqualTo(ANNA);
    now = now.minus(Duration.ofHours(1));
    assertThat(authenticator.identifyAtHand(ADDRESS, KEY.text())).isEmpty();
  }

  @Test
  void aKeyTheStoreDoesNotKnowIsRememberedAsSuch() {
    var stranger = ApiKey.random().text();
    assertThat(authenticator.identify(ADDRESS, stranger)).isEqualTo(new Identity.Unknown());
    assertThat(authenticator.identifyAtHand(ADDRESS, stranger)).contains(new Identity.Unknown());
    assertThat(lookups).hasValue(1);
  }

  @Test
  void noKeyAndWhatCannotBeOneNeedNoStore() {
    assertThat(authenticator.identifyAtHand(ADDRESS, null)).contains(new Identity.Unknown());
    assertThat(authenticator.identifyAtHand(ADDRESS, "secret")).contains(new Identity.Unknown());
  }

  @Test
  void whoIsLockedOutIsToldSoWithoutTheStore() {
    var wrong = "pb_" + KEY.id() + "_" + ApiKey.random().secret();
    for (int i = 0; i < 5; i++) {
      assertThat(authenticator.identify(ADDRESS, wrong)).isEqualTo(new Identity.Unknown());
    }
    now = now.plus(LIFE);
    assertThat(authenticator.identifyAtHand(ADDRESS, KEY.text()))
        .containsInstanceOf(Identity.LockedOut.class);
    assertThat(lookups).hasValue(1);
  }

  /** Knows one key and answers nothing else. */
  private UserStore store() {
    var types = new Class<?>[] {UserStore.class};
    return (UserStore)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            types,
            (_, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("key");
              lookups.incrementAndGet();
              return Optional.of(new StoredKey(KEY.id(), KEY.hash(), "anna", Role.SERVICE, true))
                  .filter(key -> key.id().equals(arguments[0]));
            });
  }
}
