package dev.patchbay.model.connector;

import dev.patchbay.model.plugin.InstanceDraft;
import java.util.Map;

/**
 * A connector to create or change.
 *
 * @param secrets values of secret settings to set; what is absent stays as it is
 */
public record ConnectorDraft(
    String name,
    String type,
    Map<String, String> settings,
    Map<String, String> secrets,
    boolean enabled)
    implements InstanceDraft {
  public ConnectorDraft {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "ConnectorDraft[" + name + ", " + type + ", secrets " + secrets.keySet() + "]";
  }
}
