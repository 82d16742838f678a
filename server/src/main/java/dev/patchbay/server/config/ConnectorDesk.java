package dev.patchbay.server.config;

import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.plugin.InstanceDraft;
import java.util.List;

/** Changes connectors, and holds or releases what they deliver. Thread-safe. */
public final class ConnectorDesk implements Instances {
  private final InstanceDesk desk;
  private final RecentStates states;

  public ConnectorDesk(InstanceDesk desk, RecentStates states) {
    this.desk = desk;
    this.states = states;
  }

  @Override
  public List<FieldError> faults(InstanceDraft draft) {
    return desk.faults(draft);
  }

  @Override
  public Saved<PluginInstance> create(InstanceDraft draft, String who) {
    return desk.create(draft, who);
  }

  /** Changes one. A new secret ends the hold for a refused one. */
  @Override
  public Saved<PluginInstance> update(InstanceDraft draft, long expected, String who) {
    var saved = desk.update(draft, expected, who);
    if (saved instanceof Saved.Done && !draft.secrets().isEmpty()) {
      mended(draft.name());
    }
    return saved;
  }

  @Override
  public Saved<PluginInstance> delete(String name, long expected, String who) {
    return desk.delete(name, expected, who);
  }

  /** Holds its deliveries until {@link #resume}. */
  public void pause(String name, String who) {
    states.set(name, ConnectorState.PAUSED, "Paused by " + who);
  }

  /** Lets it deliver again. */
  public void resume(String name) {
    states.set(name, ConnectorState.UP, null);
  }

  private void mended(String name) {
    if (states.of(name).state() == ConnectorState.CREDENTIAL_REFUSED) {
      resume(name);
    }
  }
}
