package dev.patchbay.core.plugin;

import java.util.List;
import java.util.Map;

/**
 * A connector, an intake or a service as stored: a plugin type with the settings it works with.
 *
 * @param settings plain settings by name
 * @param secretsSet names of the secret settings that hold a value, sorted
 * @param version grows by one with every change, starting at 1
 */
public record PluginInstance(
    String name,
    String type,
    Map<String, String> settings,
    List<String> secretsSet,
    boolean enabled,
    long version) {
  public PluginInstance {
    settings = Map.copyOf(settings);
    secretsSet = List.copyOf(secretsSet);
  }
}
