package dev.patchbay.model.service;

import dev.patchbay.model.plugin.InstanceDraft;
import java.util.Map;

/**
 * A service to create or change.
 *
 * @param secrets values of secret settings to set; what is absent stays as it is
 * @param enabled whether it is asked; switched off, it is as if it did not answer
 */
public record ServiceDraft(
    String name,
    String type,
    Map<String, String> settings,
    Map<String, String> secrets,
    boolean enabled)
    implements InstanceDraft {
  public ServiceDraft {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "ServiceDraft[" + name + ", " + type + ", secrets " + secrets.keySet() + "]";
  }
}
