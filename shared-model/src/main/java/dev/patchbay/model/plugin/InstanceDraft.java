package dev.patchbay.model.plugin;

import java.util.Map;

/** A connector, an intake or a service to create or change. */
public interface InstanceDraft {
  String name();

  /** Name of the plugin type. */
  String type();

  /** Plain settings by name. */
  Map<String, String> settings();

  /** Values of secret settings to set; what is absent stays as it is. */
  Map<String, String> secrets();

  /** Whether it works; switched off, nothing of it is lost. */
  boolean enabled();
}
