package dev.patchbay.spi.service;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import java.util.List;
import java.util.Map;

/**
 * A kind of core service that can be asked. Stateless, thread-safe, found by {@link
 * java.util.ServiceLoader}.
 */
public interface ServiceType {
  /** Name used in configuration and URLs, lower case with dashes, for example {@code rest}. */
  String name();

  /** Version of this plugin. */
  String version();

  /** Name for people, for example {@code REST API}. */
  String label();

  /** Settings of such a service, in the order a form asks for them. */
  List<Setting> settings();

  /**
   * What is wrong with plain settings beyond what {@link #settings} says (kind, required). Empty if
   * nothing is.
   */
  List<SettingFault> faults(Map<String, String> settings);

  /** Opens a service. Reaches out to nobody yet. */
  Service open(ServiceContext context);
}
