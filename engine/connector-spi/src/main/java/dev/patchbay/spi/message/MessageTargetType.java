package dev.patchbay.spi.message;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.PluginType;

/** A way to send messages that connectors can be configured for. */
public interface MessageTargetType extends PluginType {
  /** Opens a target. Reaches out to nobody yet. */
  MessageTarget open(ConnectorContext context);
}
