package dev.patchbay.spi.intake;

import dev.patchbay.spi.PluginType;
import dev.patchbay.spi.publish.EventPublisher;
import java.util.Optional;

/** A kind of broker that events arrive from. */
public interface IntakeType extends PluginType {
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
