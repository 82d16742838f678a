package dev.patchbay.server.config;

import dev.patchbay.core.credential.SealedSecret;
import dev.patchbay.core.credential.SecretSealer;
import dev.patchbay.core.plugin.InstanceStore;
import dev.patchbay.core.plugin.InstanceStore.Change;
import dev.patchbay.core.plugin.PluginInstance;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.plugin.InstanceDraft;
import dev.patchbay.spi.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Changes connectors, intakes or services: checks a draft against its type, seals its secrets,
 * stores it, and has this node follow at once. Thread-safe.
 */
public final class InstanceDesk implements Instances {
  private final InstanceStore store;
  private final Forms forms;
  private final SecretSealer sealer;
  private final Configuration configuration;

  public InstanceDesk(
      InstanceStore store, Forms forms, SecretSealer sealer, Configuration configuration) {
    this.store = store;
    this.forms = forms;
    this.sealer = sealer;
    this.configuration = configuration;
  }

  /** What the installed types ask for. */
  public interface Forms {
    /** What a type asks for, empty if it is not installed. */
    Optional<Form> of(String type);

    /** Names of the types that are installed. */
    Set<String> names();
  }

  /**
   * What one type asks for.
   *
   * @param completed plain settings with what stands in for those that are not given
   * @param further faults of complete settings that their kinds do not show, by setting
   */
  public record Form(
      List<Setting> settings,
      Function<Map<String, String>, Map<String, String>> completed,
      Function<Map<String, String>, Map<String, String>> further) {}

  /** A setting left blank is one not given. */
  public static Map<String, String> given(Map<String, String> settings) {
    return settings.entrySet().stream()
        .filter(setting -> !setting.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Override
  public List<FieldError> faults(InstanceDraft draft) {
    return forms
        .of(draft.type())
        .map(form -> faults(form, draft))
        .orElseGet(
            () ->
                List.of(
                    new FieldError(
                        "/type",
                        "is not installed; installed: "
                            + forms.names().stream().sorted().toList())));
  }

  @Override
  public Saved<PluginInstance> create(InstanceDraft draft, String who) {
    return followed(store.create(change(draft, who)));
  }

  @Override
  public Saved<PluginInstance> update(InstanceDraft draft, long expected, String who) {
    return followed(store.update(change(draft, who), expected));
  }

  @Override
  public Saved<PluginInstance> delete(String name, long expected, String who) {
    return followed(store.delete(name, expected, who));
  }

  private Saved<PluginInstance> followed(Saved<PluginInstance> saved) {
    if (saved instanceof Saved.Done) {
      configuration.refresh();
    }
    return saved;
  }

  private List<FieldError> faults(Form form, InstanceDraft draft) {
    var stored = store.find(draft.name());
    var alreadySet = stored.map(s -> Set.copyOf(s.secretsSet())).orElse(Set.of());
    var settings = form.completed().apply(draft.settings());
    var faults = new ArrayList<FieldError>();
    stored
        .filter(instance -> !instance.type().equals(draft.type()))
        .ifPresent(
            instance ->
                faults.add(
                    new FieldError(
                        "/type", "is " + instance.type() + " and stays; create another")));
    faults.addAll(
        new SettingsCheck(form.settings())
            .plain("/settings", settings)
            .secrets("/secrets", draft.secrets(), alreadySet)
            .errors());
    if (faults.isEmpty()) {
      form.further()
          .apply(settings)
          .forEach((name, fault) -> faults.add(new FieldError("/settings/" + name, fault)));
    }
    return faults;
  }

  private Change change(InstanceDraft draft, String who) {
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
