package dev.patchbay.console.viewmodel.routes;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.connector.ConnectorKind;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.event.ContractView;
import dev.patchbay.model.plugin.SettingField;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.model.route.WriteMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A new route: what comes in, where it goes. It starts paused, with the key as its one column. */
public final class NewRouteModel {
  /** What can be chosen from. */
  public record Choices(
      List<ConnectorView> connectors, List<ConnectorTypeView> types, List<String> eventTypes) {
    /** What a connector wants to know about a target. */
    public List<SettingField> targetSettings(@Nullable String connector) {
      return type(connector).map(ConnectorTypeView::targetSettings).orElse(List.of());
    }

    /** How routes write to a connector, where they do not choose. */
    WriteMode mode(@Nullable String connector) {
      return type(connector).stream()
          .flatMap(type -> type.modes().stream())
          .findFirst()
          .orElse(WriteMode.UPSERT);
    }

    private Optional<ConnectorTypeView> type(@Nullable String connector) {
      return connectors.stream()
          .filter(one -> one.name().equals(connector))
          .flatMap(one -> types.stream().filter(type -> type.name().equals(one.type())))
          .findFirst();
    }
  }

  private final Session session;
  private final Consumer<RouteView> created;
  private final ReadOnlyObjectWrapper<Choices> choices =
      new ReadOnlyObjectWrapper<>(new Choices(List.of(), List.of(), List.of()));
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty connector = new SimpleStringProperty();
  private final StringProperty eventType = new SimpleStringProperty();
  private final StringProperty key = new SimpleStringProperty("/data/id");
  private final Map<String, StringProperty> target = new HashMap<>();

  /** Calls {@code created} once the hub has the route. */
  public NewRouteModel(Session session, Consumer<RouteView> created) {
    this.session = session;
    this.created = created;
    session.run(this::fetch, this::offer, this::failed);
  }

  private Choices fetch() throws HubException, InterruptedException {
    var client = session.client();
    var types =
        client.connectorTypes().items().stream()
            .filter(type -> type.kind() == ConnectorKind.ROWS)
            .toList();
    return new Choices(
        client.connectors().items().stream()
            .filter(one -> types.stream().anyMatch(type -> type.name().equals(one.type())))
            .toList(),
        types,
        client.contracts().items().stream().map(ContractView::type).distinct().toList());
  }

  private void offer(Choices fetched) {
    choices.set(fetched);
    if (!fetched.connectors().isEmpty()) {
      connector.set(fetched.connectors().getFirst().name());
    }
    if (!fetched.eventTypes().isEmpty()) {
      eventType.set(fetched.eventTypes().getFirst());
    }
  }

  /** What can be chosen from. */
  public ReadOnlyObjectProperty<Choices> choices() {
    return choices.getReadOnlyProperty();
  }

  /** Why it could not be created, empty if nothing went wrong. */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /** Name of the route. */
  public StringProperty name() {
    return name;
  }

  /** Connector to write through. */
  public StringProperty connector() {
    return connector;
  }

  /** Event type it takes. */
  public StringProperty eventType() {
    return eventType;
  }

  /** JSON Pointer of the row's key. */
  public StringProperty key() {
    return key;
  }

  /** A setting of the target. */
  public StringProperty target(String setting) {
    return target.computeIfAbsent(setting, _ -> new SimpleStringProperty(""));
  }

  /** Creates the route. */
  public void create() {
    if (name.get().isBlank() || connector.get() == null || eventType.get() == null) {
      problem.set(text("newRoute.incomplete"));
      return;
    }
    var draft = draft();
    session.run(() -> session.client().createRoute(draft), created, this::failed);
  }

  private RouteDraft draft() {
    var settings = new HashMap<String, String>();
    for (var field : choices.get().targetSettings(connector.get())) {
      var value = target(field.name()).get().strip();
      if (!value.isEmpty()) {
        settings.put(field.name(), value);
      }
    }
    var pointer = key.get().strip();
    var id =
        new ColumnMapping(
            "key",
            MappingEdits.headerOf(pointer),
            CellType.TEXT,
            pointer,
            null,
            List.of(),
            PiiPolicy.ALLOW);
    return new RouteDraft(
        name.get().strip(),
        List.of(eventType.get()),
        null,
        pointer,
        connector.get(),
        settings,
        choices.get().mode(connector.get()),
        List.of(id),
        RouteState.PAUSED);
  }

  private void failed(Failure failure) {
    problem.set(Notice.sentence(failure));
  }
}
