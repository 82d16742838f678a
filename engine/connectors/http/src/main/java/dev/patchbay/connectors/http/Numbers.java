package dev.patchbay.connectors.http;

import java.util.Map;

/** Whole numbers among settings. */
final class Numbers {
  private Numbers() {}

  /**
   * A number within its bounds.
   *
   * @throws IllegalArgumentException naming the setting, if it is none
   */
  static int of(Map<String, String> settings, String name, int ifEmpty, int least, int most) {
    var text = settings.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return ifEmpty;
    }
    try {
      return Math.clamp(Integer.parseInt(text), least, most);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("setting '" + name + "' is no whole number", e);
    }
  }
}
