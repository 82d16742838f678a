package dev.patchbay.server.config;

import dev.patchbay.core.config.Saved;
import dev.patchbay.core.connector.ConnectorStore;
import dev.patchbay.core.connector.ConnectorStore.Change;
import dev.patchbay.core.connector.StoredConnector;
import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.spi.ConnectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Changes connectors: checks a draft against its type, seals its secrets, stores it, and has this
 * node follow at once. Thread-safe.
 */
public final class ConnectorDesk {
  private final ConnectorStore store;
  private final ConnectorTypes types;
  private final SecretSealer sealer;
  private final RecentStates states;
  private final Configuration configuration;

  public ConnectorDesk(
      ConnectorStore store,
      ConnectorTypes types,
      SecretSealer sealer,
      RecentStates states,
      Configuration configuration) {
    this.store = store;
    this.types = types;
    this.sealer = sealer;
    this.states = states;
    this.configuration = configuration;
  }

  /** Faults of a draft, by field; none means it can be saved. */
  public List<FieldError> faults(ConnectorDraft draft) {
    return types
        .find(draft.type())
        .map(type -> faults(type, draft))
        .orElseGet(
            () ->
                List.of(
                    new FieldError(
                        "/type", "is not installed; installed: " + types.byName().keySet())));
  }

  /** Creates a connector. */
  public Saved<StoredConnector> create(ConnectorDraft draft, String who) {
    return followed(store.create(change(draft, who)));
  }

  /** Changes one. A new secret ends the hold for a refused one. */
  public Saved<StoredConnector> update(ConnectorDraft draft, long expected, String who) {
    var saved = followed(store.update(change(draft, who), expected));
    if (saved instanceof Saved.Done && !draft.secrets().isEmpty()) {
      mended(draft.name());
    }
    return saved;
  }

  /** Deletes one. */
  public Saved<StoredConnector> delete(String name, long expected, String who) {
    return followed(store.delete(name, expected, who));
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

  private Saved<StoredConnector> followed(Saved<StoredConnector> saved) {
    if (saved instanceof Saved.Done) {
      configuration.refresh();
    }
    return saved;
  }

  private List<FieldError> faults(ConnectorType type, ConnectorDraft draft) {
    var stored = store.find(draft.name());
    var alreadySet = stored.map(s -> Set.copyOf(s.secretsSet())).orElse(Set.of());
    var faults = new ArrayList<FieldError>();
    stored
        .filter(connector -> !connector.type().equals(draft.type()))
        .ifPresent(
            connector ->
                faults.add(
                    new FieldError(
                        "/type", "is " + connector.type() + " and stays; create another")));
    faults.addAll(
        new SettingsCheck(type.settings())
            .plain("/settings", types.complete(draft.type(), draft.settings()))
            .secrets("/secrets", draft.secrets(), alreadySet)
            .errors());
    return faults;
  }

  private Change change(ConnectorDraft draft, String who) {
    return new Change(
        draft.name(),
        draft.type(),
        draft.settings(),
        sealed(draft.secrets()),
        draft.enabled(),
        who);
  }

  private List<SealedSecret> sealed(Map<String, String> secrets) {
    return secrets.entrySet().stream()
        .filter(secret -> !secret.getValue().isBlank())
        .map(secret -> sealer.seal(secret.getKey(), secret.getValue()))
        .toList();
  }
}
