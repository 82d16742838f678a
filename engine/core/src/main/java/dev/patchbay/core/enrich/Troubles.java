package dev.patchbay.core.enrich;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.patchbay.core.service.Answer;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Paths at which a service failed, though it may answer others: each is left in peace for a while,
 * twice as long with every failure. Forgotten in a crash. Thread-safe.
 */
final class Troubles {
  private static final int MOST = 10_000;

  private final Cache<FetchKey, Trouble> troubles;
  private final EnrichSettings.Pauses pauses;
  private final InstantSource clock;

  private record Trouble(int failures, Instant until, Cause cause) {}

  Troubles(EnrichSettings.Pauses pauses, InstantSource clock) {
    this.pauses = pauses;
    this.clock = clock;
    this.troubles =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(pauses.longest().multipliedBy(2))
            .executor(Runnable::run)
            .build();
  }

  /** Why a path is left in peace, and for how long. */
  Optional<Answer> of(FetchKey key) {
    var trouble = troubles.getIfPresent(key);
    if (trouble == null) {
      return Optional.empty();
    }
    var left = Duration.between(clock.instant(), trouble.until());
    return left.isPositive()
        ? Optional.of(new Answer.Unavailable(trouble.cause(), left))
        : Optional.empty();
  }

  /** The service failed there once more; how long to wait. */
  Duration failed(FetchKey key, Cause cause) {
    var before = troubles.getIfPresent(key);
    int failures = before == null ? 1 : before.failures() + 1;
    var pause = pauses.after(failures);
    troubles.put(key, new Trouble(failures, clock.instant().plus(pause), cause));
    return pause;
  }

  /** The service answered there. */
  void mended(FetchKey key) {
    troubles.invalidate(key);
  }
}
