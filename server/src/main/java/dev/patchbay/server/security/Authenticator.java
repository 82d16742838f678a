package dev.patchbay.server.security;

import dev.patchbay.core.access.StoredKey;
import dev.patchbay.core.access.UserStore;
import dev.patchbay.model.access.Caller;
import dev.patchbay.server.security.KeyCache.Lookup;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
   * Looks at a presented key; may ask the store, and wait for it.
   *
   * @param address the caller's network address
   * @param presented text of the key, null if there was none
   */
  public Identity identify(String address, @Nullable String presented) {
    return identify(address, presented, id -> Optional.of(keys.find(id))).orElseThrow();
  }

  /** The same without the store; empty where it has to be asked. Never waits. */
  public Optional<Identity> identifyAtHand(String address, @Nullable String presented) {
    return identify(address, presented, keys::atHand);
  }

  /** Writes down when keys were used since the last call. */
  public void noteUse(UserStore users) {
    var noted = new HashMap<>(used);
    if (!noted.isEmpty()) {
      users.used(noted);
      noted.forEach(used::remove);
    }
  }

  private Optional<Identity> identify(
      String address, @Nullable String presented, Function<String, Optional<Lookup>> find) {
    var key = ApiKey.parse(presented == null ? "" : presented);
    if (key.isEmpty()) {
      return Optional.of(presented == null ? new Identity.Unknown() : refuse(address, ""));
    }
    var wait = lockOut.remaining(address, key.get().id());
    return wait.isPresent()
        ? Optional.of(new Identity.LockedOut(wait.get()))
        : find.apply(key.get().id()).map(found -> judge(address, key.get(), found.key()));
  }

  private Identity judge(String address, ApiKey key, Optional<StoredKey> known) {
    var stored = known.filter(StoredKey::enabled);
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
