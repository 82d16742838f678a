package dev.patchbay.core.enrich;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.patchbay.core.enrich.EnrichObserver.Place;
import dev.patchbay.core.service.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Answers that may be used again: in memory, and behind it where nodes share them. Thread-safe. */
final class KnownAnswers {
  private static final int BYTES_OF_AN_ENTRY = 250;

  private final Cache<FetchKey, Kept> memory;
  private final SharedAnswers shared;
  private final EnrichObserver observer;
  private final InstantSource clock;

  /** An answer with the time after which nobody would use it. */
  private record Kept(Known known, Duration life) {}

  KnownAnswers(long bytes, SharedAnswers shared, EnrichObserver observer, InstantSource clock) {
    this.shared = shared;
    this.observer = observer;
    this.clock = clock;
    this.memory =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(KnownAnswers::bytes)
            .expireAfter(Expiry.<FetchKey, Kept>writing((_, kept) -> kept.life()))
            .executor(Runnable::run)
            .build();
  }

  /** What this node knows. */
  Optional<Answer> inMemory(FetchKey key, Duration keep) {
    var kept = memory.getIfPresent(key);
    if (kept == null || !kept.known().isFresh(keep, clock.instant())) {
      return Optional.empty();
    }
    observer.known(key.service(), Place.MEMORY);
    return Optional.of(kept.known().answer());
  }

  /** What other nodes know; this one knows it then, too. */
  Optional<Answer> inCommon(FetchKey key, Duration keep) {
    var now = clock.instant();
    var found = shared.find(key).filter(known -> known.isFresh(keep, now));
    found.ifPresent(
        known -> {
          var left = Duration.between(now, known.at().plus(known.life(keep)));
          memory.put(key, new Kept(known, left));
          observer.known(key.service(), Place.SHARED);
        });
    return found.map(Known::answer);
  }

  /** Takes down what a service has just answered. */
  void learn(FetchKey key, Answer answer, Duration keep, boolean late) {
    var known = new Known(answer, now(), late);
    var life = known.life(keep);
    if (life.isPositive()) {
      memory.put(key, new Kept(known, life));
      shared.keep(key, known, life);
    }
  }

  private Instant now() {
    return clock.instant();
  }

  private static int bytes(FetchKey key, Kept kept) {
    int json =
        switch (kept.known().answer()) {
          case Answer.Found(var bytes) -> bytes.length;
          case Answer.Missing _, Answer.Unavailable _, Answer.Refused _ -> 0;
        };
    return json + 2 * key.path().length() + BYTES_OF_AN_ENTRY;
  }
}
