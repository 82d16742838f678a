package dev.patchbay.core.plugin;

import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.stored.Saved;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All configured instances of one kind: connectors, intakes or services. Every change writes its
 * audit row with it. Thread-safe.
 */
public interface InstanceStore {
  /** All of them, by name. */
  List<PluginInstance> all();

  /** One of them. */
  Optional<PluginInstance> find(String name);

  /** Creates one; {@link Saved.Taken} if the name is. */
  Saved<PluginInstance> create(Change change);

  /**
   * Replaces settings; secrets that are not named stay. {@link Saved.Missing}, {@link Saved.Stale}.
   */
  Saved<PluginInstance> update(Change change, long expected);

  /** Deletes one with its credentials; {@link Saved.Refused} while something needs it. */
  Saved<PluginInstance> delete(String name, long expected, String who);

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
