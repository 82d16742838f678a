package dev.patchbay.model.plugin;

import org.jspecify.annotations.Nullable;

/**
 * One setting of a plugin type or of its targets.
 *
 * @param kind how to ask for it
 * @param secret write-only: never returned, shown as set or not set
 */
public record SettingField(
    String name, String label, @Nullable String help, Kind kind, boolean required, boolean secret) {
  /** Input control that fits the setting. */
  public enum Kind {
    TEXT,
    MULTILINE,
    NUMBER,
    FLAG,
    URI
  }
}
