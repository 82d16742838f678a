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
  private final LinkedHashMap<String, Lookup> entries = new LinkedHashMap<>();

  public KeyCache(UserStore users, InstantSource clock, Duration life) {
    this.users = users;
    this.clock = clock;
    this.life = life;
  }

  /** The key with this id; may ask the store, and wait for it. */
  Lookup find(String id) {
    return atHand(id).orElseGet(() -> lookUp(id));
  }

  /** The same if it was looked up lately; never waits. */
  Optional<Lookup> atHand(String id) {
    var now = clock.instant();
    synchronized (entries) {
      return Optional.ofNullable(entries.get(id)).filter(found -> isRecent(found, now));
    }
  }

  /** On a clock that was set back nothing is. */
  private boolean isRecent(Lookup found, Instant now) {
    return now.isBefore(found.until) && !now.isBefore(found.until.minus(life));
  }

  /** Forgets everything, because users or keys changed. */
  public void clear() {
    synchronized (entries) {
      entries.clear();
    }
  }

  private Lookup lookUp(String id) {
    var until = clock.instant().plus(life);
    var found = new Lookup(users.key(id), until);
    synchronized (entries) {
      entries.remove(id);
      entries.put(id, found);
      if (entries.size() > MOST) {
        entries.pollFirstEntry();
      }
    }
    return found;
  }

  /**
   * What the store said.
   *
   * @param key empty where it knows none
   * @param until when it has to be asked again
   */
  record Lookup(Optional<StoredKey> key, Instant until) {}
}
