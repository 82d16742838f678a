package dev.patchbay.core.connector;

import java.util.List;
import java.util.Map;

/**
 * A connector as stored.
 *
 * @param settings plain settings by name
 * @param secretsSet names of the secret settings that hold a value, sorted
 * @param version grows by one with every change, starting at 1
 */
public record StoredConnector(
    String name,
    String type,
    Map<String, String> settings,
    List<String> secretsSet,
    boolean enabled,
    long version) {
  public StoredConnector {
    settings = Map.copyOf(settings);
    secretsSet = List.copyOf(secretsSet);
  }
}
