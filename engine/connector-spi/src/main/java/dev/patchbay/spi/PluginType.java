package dev.patchbay.spi;

import java.util.List;
import java.util.Map;

/**
 * A kind of far side that instances can be configured for. Stateless, thread-safe, found by {@link
 * java.util.ServiceLoader}.
 */
public interface PluginType {
  /**
   * Name used in configuration and URLs, lower case with dashes, for example {@code google-sheets}.
   */
  String name();

  /** Version of this plugin. */
  String version();

  /** Name for people, for example {@code Google Sheets}. */
  String label();

  /** Settings of an instance, in the order a form asks for them. */
  List<Setting> settings();

  /**
   * What is wrong with plain settings beyond what {@link #settings} says (kind, required): an
   * address that cannot be read, two settings that exclude each other. Empty if nothing is.
   */
  default List<SettingFault> faults(Map<String, String> settings) {
    return List.of();
  }
}
