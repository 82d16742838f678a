package dev.patchbay.model.intake;

import dev.patchbay.model.plugin.InstanceDraft;
import java.util.Map;

/**
 * An intake to create or change.
 *
 * @param secrets values of secret settings to set; what is absent stays as it is
 * @param enabled whether it reads; switched off, everything stays at the broker
 */
public record IntakeDraft(
    String name,
    String type,
    Map<String, String> settings,
    Map<String, String> secrets,
    boolean enabled)
    implements InstanceDraft {
  public IntakeDraft {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    secrets = secrets == null ? Map.of() : Map.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "IntakeDraft[" + name + ", " + type + ", secrets " + secrets.keySet() + "]";
  }
}
