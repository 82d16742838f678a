package dev.patchbay.server.config;

import dev.patchbay.core.config.Saved;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.plugin.InstanceDraft;
import java.util.List;

/** Changes of configured instances of one kind: connectors, intakes or services. Thread-safe. */
public interface Instances {
  /** Faults of a draft, by field; none means it can be saved. */
  List<FieldError> faults(InstanceDraft draft);

  /** Creates one. */
  Saved<PluginInstance> create(InstanceDraft draft, String who);

  /** Changes one; a secret that is not named stays. */
  Saved<PluginInstance> update(InstanceDraft draft, long expected, String who);

  /** Deletes one. */
  Saved<PluginInstance> delete(String name, long expected, String who);
}
