package dev.patchbay.spi.store;

import dev.patchbay.spi.ConnectorContext;
import dev.patchbay.spi.PluginType;

/** A kind of place that takes files and that connectors can be configured for. */
public interface FileStoreType extends PluginType {
  /** Opens a store. Reaches out to nobody yet. */
  FileStore open(ConnectorContext context);
}
