package dev.patchbay.console.viewmodel.connectors;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.connector.ConnectorDraft;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.plugin.SettingField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A connector being created or edited. Secrets are write-only: an untouched field sends nothing and
 * the hub keeps what it has.
 */
public final class ConnectorFormModel {
  private final Session session;
  private final List<ConnectorTypeView> types;
  private final @Nullable ConnectorView known;
  private final Consumer<ConnectorView> saved;
  private final StringProperty name = new SimpleStringProperty("");
  private final ObjectProperty<ConnectorTypeView> type;
  private final BooleanProperty enabled = new SimpleBooleanProperty(true);
  private final Map<String, StringProperty> values = new HashMap<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /** A new connector. */
  public ConnectorFormModel(
      Session session, List<ConnectorTypeView> types, Consumer<ConnectorView> saved) {
    this(session, types, null, saved);
  }

  /** A connector that exists, null for a new one. */
  ConnectorFormModel(
      Session session,
      List<ConnectorTypeView> types,
      @Nullable ConnectorView known,
      Consumer<ConnectorView> saved) {
    this.session = session;
    this.types = types;
    this.known = known;
    this.saved = saved;
    this.type = new SimpleObjectProperty<>(typeOf(types, known));
    if (known != null) {
      name.set(known.name());
      enabled.set(known.enabled());
      known.settings().forEach((setting, value) -> value(setting).set(value));
    }
  }

  private static ConnectorTypeView typeOf(
      List<ConnectorTypeView> types, @Nullable ConnectorView known) {
    return types.stream()
        .filter(one -> known != null && one.name().equals(known.type()))
        .findFirst()
        .orElseGet(types::getFirst);
  }

  /** Whether the connector does not exist yet. */
  public boolean isNew() {
    return known == null;
  }

  /** The plugins to choose from. */
  public List<ConnectorTypeView> types() {
    return types;
  }

  /** Name of the connector; fixed once it exists. */
  public StringProperty name() {
    return name;
  }

  /** Its plugin; fixed once it exists. */
  public ObjectProperty<ConnectorTypeView> type() {
    return type;
  }

  /** Whether it takes part. */
  public BooleanProperty enabled() {
    return enabled;
  }

  /** What is typed for a setting; for a secret only what is to replace it. */
  public StringProperty value(String setting) {
    return values.computeIfAbsent(setting, _ -> new SimpleStringProperty(""));
  }

  /** Whether the hub holds a value of this secret. */
  public boolean isSet(SettingField secret) {
    return known != null && known.secretsSet().contains(secret.name());
  }

  /** Why it could not be saved, empty if nothing went wrong. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether it is being saved. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Saves it. */
  public void save() {
    var missing = firstMissing();
    if (missing != null) {
      problem.set(text("connector.missing", missing));
    } else if (!busy.get()) {
      busy.set(true);
      problem.set("");
      var draft = draft();
      var before = known;
      session.run(
          () ->
              before == null
                  ? session.client().createConnector(draft)
                  : session.client().changeConnector(draft, before.version()),
          this::done,
          this::failed);
    }
  }

  private @Nullable String firstMissing() {
    if (name.get().isBlank()) {
      return text("connector.name");
    }
    return type.get().settings().stream()
        .filter(field -> field.required() && value(field.name()).get().isBlank())
        .filter(field -> !(field.secret() && isSet(field)))
        .map(SettingField::label)
        .findFirst()
        .orElse(null);
  }

  private ConnectorDraft draft() {
    var settings = new HashMap<String, String>();
    var secrets = new HashMap<String, String>();
    for (var field : type.get().settings()) {
      var value = value(field.name()).get().strip();
      if (!value.isEmpty()) {
        (field.secret() ? secrets : settings).put(field.name(), value);
      }
    }
    return new ConnectorDraft(
        name.get().strip(), type.get().name(), settings, secrets, enabled.get());
  }

  private void done(ConnectorView after) {
    busy.set(false);
    type.get().settings().stream()
        .filter(SettingField::secret)
        .forEach(field -> value(field.name()).set(""));
    saved.accept(after);
  }

  private void failed(Failure failure) {
    busy.set(false);
    problem.set(
        failure instanceof Failure.Stale ? text("connector.stale") : Notice.sentence(failure));
  }
}
