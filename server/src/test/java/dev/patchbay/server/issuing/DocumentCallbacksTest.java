package dev.patchbay.server.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.patchbay.core.webhook.SignedMessage;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.server.rest.document.DocumentCallbacks;
import dev.patchbay.server.security.LockOut;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who keeps sending messages that nobody has signed. */
class DocumentCallbacksTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final SignedMessage.Headers OF_NOBODY =
      new SignedMessage.Headers("msg_1", Long.toString(NOW.getEpochSecond()), "v1,c2VjcmV0");

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final AtomicInteger looks = new AtomicInteger();
  private final CallbackSecrets secrets =
      new CallbackSecrets(
          () -> {
            looks.incrementAndGet();
            return List.of();
          },
          _ -> _ -> Optional.empty(),
          () -> 0);
  private final DocumentCallbacks callbacks =
      new DocumentCallbacks(new IssuedDocuments(), secrets, new LockOut(clock), clock);

  private ProblemException refused(String address) {
    return assertThrows(
        ProblemException.class, () -> callbacks.receive(address, OF_NOBODY, new byte[0]));
  }

  @Test
  void anAddressIsLockedOutAndNothingIsReadForItAnyMore() {
    for (int i = 0; i < 5; i++) {
      assertThat(refused("192.0.2.1").problem().status()).isEqualTo(401);
    }

    var locked = refused("192.0.2.1");
    assertThat(locked.problem().status()).isEqualTo(429);
    assertThat(locked.retryAfter()).hasValue(Duration.ofMinutes(1));
    assertThat(looks).hasValue(5);

    assertThat(refused("192.0.2.2").problem().status()).isEqualTo(401);
  }
}
