package dev.patchbay.spi;

import java.util.Map;

/** Where rows go: the target settings of a route, for example spreadsheet and tab. */
public record Target(Map<String, String> settings) {
  public Target {
    settings = Map.copyOf(settings);
  }

  /**
   * The value of a setting.
   *
   * @throws IllegalArgumentException naming the setting where it is absent or blank
   */
  public String require(String name) {
    var value = settings.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("target setting '" + name + "' is missing");
    }
    return value;
  }
}
