package dev.patchbay.server.security;

import dev.patchbay.core.access.StoredKey;
import dev.patchbay.core.access.UserStore;
import dev.patchbay.model.access.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides who presents an API key. Thread-safe. */
public final class Authenticator {
  private final KeyCache keys;
  private final LockOut lockOut;
  private final InstantSource clock;
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  public Authenticator(KeyCache keys, LockOut lockOut, InstantSource clock) {
    this.keys = keys;
    this.lockOut = lockOut;
    this.clock = clock;
  }

  /**
   * Looks at a presented key.
   *
   * @param address the caller's network address
   * @param presented text of the key, null if there was none
   */
  public Identity identify(String address, @Nullable String presented) {
    var key = ApiKey.parse(presented == null ? "" : presented);
    if (key.isEmpty()) {
      return presented == null ? new Identity.Unknown() : refuse(address, "");
    }
    return identify(address, key.get());
  }

  /** Whether {@link #identify} needs no look into the store for this key, and so does not block. */
  public boolean isAtHand(@Nullable String presented) {
    return ApiKey.parse(presented == null ? "" : presented)
        .map(key -> keys.isAtHand(key.id()))
        .orElse(true);
  }

  /** Writes down when keys were used since the last call. */
  public void noteUse(UserStore users) {
    var noted = new HashMap<>(used);
    if (!noted.isEmpty()) {
      users.used(noted);
      noted.forEach(used::remove);
    }
  }

  private Identity identify(String address, ApiKey key) {
    var wait = lockOut.remaining(address, key.id());
    if (wait.isPresent()) {
      return new Identity.LockedOut(wait.get());
    }
    var stored = keys.find(key.id()).filter(StoredKey::enabled);
    if (stored.isEmpty() || !key.matches(stored.get().hash())) {
      return refuse(address, key.id());
    }
    lockOut.succeeded(address, key.id());
    used.put(key.id(), clock.instant());
    return new Identity.Known(new Caller(stored.get().user(), stored.get().role()));
  }

  private Identity refuse(String address, String keyId) {
    var wait = lockOut.remaining(address, keyId);
    if (wait.isPresent()) {
      return new Identity.LockedOut(wait.get());
    }
    lockOut.failed(address, keyId);
    return new Identity.Unknown();
  }
}
