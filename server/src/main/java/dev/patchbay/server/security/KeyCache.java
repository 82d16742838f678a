package dev.patchbay.server.security;

import dev.patchbay.core.access.StoredKey;
import dev.patchbay.core.access.UserStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Keys looked up lately, known and unknown ones, for a few seconds: a withdrawn key works no longer
 * than that on any node. Bounded; thread-safe.
 */
public final class KeyCache {
  private static final int MOST = 10_000;

  private final UserStore users;
  private final InstantSource clock;
  private final Duration life;
  private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();

  public KeyCache(UserStore users, InstantSource clock, Duration life) {
    this.users = users;
    this.clock = clock;
    this.life = life;
  }

  /** Whether it was looked up lately. */
  boolean isAtHand(String id) {
    return fresh(id, clock.instant()).isPresent();
  }

  /** The key with this id. */
  public Optional<StoredKey> find(String id) {
    var now = clock.instant();
    var known = fresh(id, now);
    if (known.isPresent()) {
      return known.get().key;
    }
    var key = users.key(id);
    keep(id, new Entry(key, now.plus(life)));
    return key;
  }

  /** Forgets everything, because users or keys changed. */
  public void clear() {
    synchronized (entries) {
      entries.clear();
    }
  }

  private Optional<Entry> fresh(String id, Instant now) {
    synchronized (entries) {
      return Optional.ofNullable(entries.get(id)).filter(entry -> now.isBefore(entry.until));
    }
  }

  private void keep(String id, Entry entry) {
    synchronized (entries) {
      entries.remove(id);
      entries.put(id, entry);
      if (entries.size() > MOST) {
        entries.pollFirstEntry();
      }
    }
  }

  private record Entry(Optional<StoredKey> key, Instant until) {}
}
