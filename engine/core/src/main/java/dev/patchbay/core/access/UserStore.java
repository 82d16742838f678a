package dev.patchbay.core.access;

import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.access.UserDraft;
import dev.patchbay.model.access.UserView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users of the hub and their keys. Every change writes its audit row with it. Thread-safe. */
public interface UserStore {
  /** All of them, by name. */
  List<UserView> all();

  /** One of them. */
  Optional<UserView> find(String name);

  /** Creates one; {@link Saved.Taken} if the name is. */
  Saved<UserView> create(UserDraft draft, String who);

  /**
   * Changes role or whether it is enabled; {@link Saved.Refused} if no enabled ADMIN would be left.
   */
  Saved<UserView> update(UserDraft draft, long expected, String who);

  /** Adds a key; {@link Saved.Missing} if there is no such user. */
  Saved<UserView> addKey(String user, NewKey key, String who);

  /** Removes a key; {@link Saved.Missing} if the user has none of that id. */
  Saved<UserView> removeKey(String user, String key, String who);

  /** The key with this id. */
  Optional<StoredKey> key(String id);

  /** Notes when keys were last used. */
  void used(Map<String, Instant> when);

  /**
   * A key to store.
   *
   * @param hash SHA-256 of the secret part
   */
  record NewKey(String id, byte[] hash, String note) {}
}
