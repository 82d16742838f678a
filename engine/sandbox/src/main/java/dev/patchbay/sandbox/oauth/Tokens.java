package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Caller;
import dev.patchbay.sandbox.http.Json;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens that were handed out, and one that is always accepted. Safe for any thread. */
public final class Tokens {

  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofSeconds(3599);

  private record Issued(Caller caller, Instant until) {}

  private final InstantSource clock;
  private final Optional<String> standing;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();

  /** {@code standing} is accepted for everything and never expires. */
  public Tokens(InstantSource clock, Optional<String> standing) {
    this.clock = clock;
    this.standing = standing;
  }

  public String issue(Caller caller) {
    byte[] raw = new byte[48];
    random.nextBytes(raw);
    String token = "ya29.c." + Json.base64Url(raw);
    Instant now = clock.instant();
    issued.values().removeIf(old -> old.until.isBefore(now));
    issued.put(token, new Issued(caller, now.plus(LIFE)));
    return token;
  }

  /** Who calls with a token; throws {@link ApiError} 401 when it is missing, unknown or expired. */
  public Caller require(Optional<String> bearer) {
    String token = bearer.filter(b -> !b.isEmpty()).orElseThrow(ApiError::missingCredential);
    if (standing.filter(token::equals).isPresent()) {
      return new Caller("standing@patchbay-sandbox.iam.gserviceaccount.com", Set.of("*"));
    }
    Issued known = issued.get(token);
    if (known == null || known.until.isBefore(clock.instant())) {
      throw ApiError.badCredential();
    }
    return known.caller;
  }

  public void revoke(String token) {
    issued.remove(token);
  }
}
