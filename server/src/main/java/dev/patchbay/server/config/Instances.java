package dev.patchbay.server.config;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.plugin.InstanceDraft;

/**
 * Changes of configured instances of one kind: connectors, intakes or services. A secret that a
 * draft does not name stays.
 */
public interface Instances extends Desk<InstanceDraft, PluginInstance> {}
