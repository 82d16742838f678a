package dev.patchbay.core.connector;

import dev.patchbay.core.config.Saved;
import dev.patchbay.core.credential.SealedSecret;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configured connectors. Every change writes its audit row with it. Thread-safe. */
public interface ConnectorStore {
  /** All of them, by name. */
  List<StoredConnector> all();

  /** One of them. */
  Optional<StoredConnector> find(String name);

  /** Creates one; {@link Saved.Taken} if the name is. */
  Saved<StoredConnector> create(Change change);

  /**
   * Replaces settings; secrets that are not named stay. {@link Saved.Missing}, {@link Saved.Stale}.
   */
  Saved<StoredConnector> update(Change change, long expected);

  /** Deletes one with its credentials; {@link Saved.Refused} while a route writes through it. */
  Saved<StoredConnector> delete(String name, long expected, String who);

  /**
   * What to store.
   *
   * @param secrets those to set
   * @param who asks for it
   */
  record Change(
      String name,
      String type,
      Map<String, String> settings,
      List<SealedSecret> secrets,
      boolean enabled,
      String who) {
    public Change {
      settings = Map.copyOf(settings);
      secrets = List.copyOf(secrets);
    }
  }
}
