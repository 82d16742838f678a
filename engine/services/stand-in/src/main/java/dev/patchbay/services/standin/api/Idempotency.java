package dev.patchbay.services.standin.api;

import dev.patchbay.services.standin.http.Answer;
import dev.patchbay.services.standin.http.Exchange;
import dev.patchbay.services.standin.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are made once for each {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header). A key belongs to a caller and a path. What is
 * refused leaves its key free. Thread-safe.
 */
final class Idempotency {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int LONGEST = 200;

  private record Key(String caller, String path, String text) {}

  /** The answer is null while the change is being made. */
  private record First(byte[] body, Instant at, @Nullable Answer answer) {}

  private final InstantSource clock;
  private final Map<Key, First> firsts = new HashMap<>();

  Idempotency(InstantSource clock) {
    this.clock = clock;
  }

  /** Makes the change, or gives the answer of the first time. */
  Answer once(Exchange exchange, Supplier<Answer> change) {
    var key = key(exchange);
    var first = begin(key, exchange.call().body());
    if (first != null) {
      return first.with("Idempotency-Replayed", "true");
    }
    try {
      var answer = change.get();
      end(key, exchange.call().body(), answer);
      return answer;
    } catch (RuntimeException refused) {
      free(key);
      throw refused;
    }
  }

  private static Key key(Exchange exchange) {
    var text = exchange.call().header("Idempotency-Key").orElse("");
    if (text.isEmpty() || text.length() > LONGEST) {
      throw Refusal.field(
          "Idempotency-Key", "must be a text of 1 to %d characters".formatted(LONGEST));
    }
    return new Key(exchange.caller(), exchange.call().path(), text);
  }

  private synchronized @Nullable Answer begin(Key key, byte[] body) {
    var now = clock.instant();
    firsts.values().removeIf(old -> old.at().plus(KEPT).isBefore(now));
    var first = firsts.putIfAbsent(key, new First(body, now, null));
    if (first == null) {
      return null;
    }
    if (!Arrays.equals(first.body(), body)) {
      throw Refusal.of(
          422, "key-reused", "The key was used before", "Take another key for another body.");
    }
    if (first.answer() == null) {
      throw Refusal.of(
          409, "key-in-use", "The key is in use", "The first request is still being worked on.");
    }
    return first.answer();
  }

  private synchronized void end(Key key, byte[] body, Answer answer) {
    firsts.put(key, new First(body, clock.instant(), answer));
  }

  private synchronized void free(Key key) {
    firsts.remove(key);
  }
}
