package dev.patchbay.spi;

import org.jspecify.annotations.Nullable;

/**
 * One setting that a connector type or its targets need.
 *
 * @param name key in configuration
 * @param label words beside the input field
 * @param help what to write and where to find it, null if the label says it all
 * @param secret kept encrypted, never shown again
 */
public record Setting(
    String name, String label, @Nullable String help, Kind kind, boolean required, boolean secret) {
  /** Input control that fits. */
  public enum Kind {
    TEXT,
    MULTILINE,
    NUMBER,
    FLAG,
    URI
  }
}
