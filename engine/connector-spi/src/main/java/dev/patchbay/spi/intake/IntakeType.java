package dev.patchbay.spi.intake;

import dev.patchbay.spi.Setting;
import dev.patchbay.spi.SettingFault;
import dev.patchbay.spi.publish.EventPublisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of broker that events arrive from. Stateless, thread-safe, found by {@link
 * java.util.ServiceLoader}.
 */
public interface IntakeType {
  /** Name used in configuration and URLs, lower case with dashes, for example {@code redis}. */
  String name();

  /** Version of this plugin. */
  String version();

  /** Name for people, for example {@code Redis Streams}. */
  String label();

  /** Settings of such an intake, in the order a form asks for them. */
  List<Setting> settings();

  /**
   * What is wrong with plain settings beyond what {@link #settings} says (kind, required): an
   * address that cannot be read, two settings that exclude each other. Empty if nothing is.
   */
  List<SettingFault> faults(Map<String, String> settings);

  /** Makes an intake. Reaches out to nobody yet. */
  Intake create(IntakeContext context);

  /**
   * Makes what sends the hub's own events out at the broker of such an intake. Reaches out to
   * nobody yet.
   *
   * @return empty if the settings name no place for them, or if this type has none
   */
  default Optional<EventPublisher> publisher(IntakeContext context) {
    return Optional.empty();
  }
}
