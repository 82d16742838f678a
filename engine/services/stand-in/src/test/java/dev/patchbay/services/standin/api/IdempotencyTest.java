package dev.patchbay.services.standin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Call;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Refusal;
import dev.patchbay.testkit.MutableClock;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Idempotency idempotency = new Idempotency(MutableClock.at("2026-11-26T10:00:00Z"));

  @Test
  void makesAChangeOnceForACallerAPathAndAKey() {
    assertThat(change("a", "/x", "k")).isEqualTo("1");
    assertThat(change("a", "/x", "k")).isEqualTo("1");
    assertThat(change("b", "/x", "k")).isEqualTo("2");
    assertThat(change("a", "/y", "k")).isEqualTo("3");
    assertThat(change("a", "/x", "l")).isEqualTo("4");
  }

  @Test
  void refusesAKeyThatIsInUse() {
    idempotency.once(
        exchange("a", "/x", "k"),
        () -> {
          assertThatThrownBy(() -> change("a", "/x", "k"))
              .isInstanceOfSatisfying(
                  Refusal.class, it -> assertThat(it.answer().status()).isEqualTo(409));
          return answer();
        });

    assertThat(made).hasValue(1);
  }

  @Test
  void leavesTheKeyOfWhatWasRefusedFree() {
    assertThatThrownBy(
            () ->
                idempotency.once(
                    exchange("a", "/x", "k"),
                    () -> {
                      throw Refusal.notFound("gone");
                    }))
        .isInstanceOf(Refusal.class);

    assertThat(change("a", "/x", "k")).isEqualTo("1");
  }

  private String change(String caller, String path, String key) {
    return Json.text(idempotency.once(exchange(caller, path, key), this::answer).body());
  }

  private Answer answer() {
    return Answer.ok(
        Json.read(Integer.toString(made.incrementAndGet()).getBytes(StandardCharsets.US_ASCII)));
  }

  private static Exchange exchange(String caller, String path, String key) {
    var headers = Map.of("idempotency-key", key);
    return new Exchange(new Call("POST", path, "", headers, new byte[0]), "", caller);
  }
}
