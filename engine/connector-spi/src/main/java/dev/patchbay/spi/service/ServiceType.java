package dev.patchbay.spi.service;

import dev.patchbay.spi.PluginType;

/** A kind of core service that can be asked and maybe told something. */
public interface ServiceType extends PluginType {
  /** Opens a service. Reaches out to nobody yet. */
  Service open(ServiceContext context);
}
