package dev.patchbay.console.viewmodel.connectors;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.LiveEvent;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.session.Again;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.connector.ConnectorView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** All connectors with their health, kept current by live events; check, pause, resume, trigger. */
public final class ConnectorsModel implements AutoCloseable {
  /** What the side pane shows. */
  public sealed interface Pane {
    /** Nothing. */
    record Closed() implements Pane {}

    /** A check is under way. */
    record Checking(String connector) implements Pane {}

    /** What the check found. */
    record Checked(String connector, CheckResult result) implements Pane {}

    /** The check could not be made. */
    record CheckFailed(String connector, Failure failure) implements Pane {}

    /** A connector is created or edited. */
    record Editing(ConnectorFormModel form) implements Pane {}
  }

  private final Session session;
  private final Consumer<Notice> notices;
  private final Subscription live;
  private final Subscription again;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final SwitchList<ConnectorView> connectors;
  private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(new Pane.Closed());
  private List<ConnectorTypeView> types = List.of();
  private UiTask checking = UiTask.none();

  /** Fetches the connectors at once. */
  public ConnectorsModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
    this.connectors = new SwitchList<>(session, new ConnectorSwitch(session), notices);
    this.live = session.feed().subscribe(this::happened);
    this.again = Again.of(session, state, this::reload);
    reload();
  }

  /** Whether there are connectors, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The connectors. */
  public ReadOnlyObjectProperty<List<ConnectorView>> connectors() {
    return connectors.shown();
  }

  /** What the side pane shows. */
  public ReadOnlyObjectProperty<Pane> pane() {
    return pane.getReadOnlyProperty();
  }

  /** The plugins, as far as known. */
  public List<ConnectorTypeView> types() {
    return types;
  }

  /** Both lists together. */
  private record Fetched(List<ConnectorView> connectors, List<ConnectorTypeView> types) {}

  /** Fetches the connectors again. */
  public void reload() {
    session.run(this::fetch, this::show, failure -> state.set(ListState.after(failure)));
  }

  private Fetched fetch() throws HubException, InterruptedException {
    return new Fetched(
        session.client().connectors().items(), session.client().connectorTypes().items());
  }

  private void show(Fetched fetched) {
    types = fetched.types();
    connectors.know(fetched.connectors());
    state.set(fetched.connectors().isEmpty() ? new ListState.NothingYet() : new ListState.Ready());
  }

  private void happened(LiveEvent event) {
    if (event instanceof LiveEvent.ConnectorChanged(var newer)) {
      put(newer);
    }
  }

  private void put(ConnectorView newer) {
    connectors.know(newer);
    state.set(new ListState.Ready());
  }

  /** Whether the connector waits for a person to resume it. */
  public static boolean isPaused(ConnectorView connector) {
    return connector.state() == ConnectorState.PAUSED;
  }

  /** Pauses a connector, or resumes a paused one. */
  public void turn(ConnectorView connector) {
    connectors.turn(connector);
  }

  /** Makes everything that waits due now. */
  public void trigger(ConnectorView connector) {
    session.run(
        () -> session.client().switchConnector(connector.name(), Switch.TRIGGER),
        this::triggered,
        failure -> notices.accept(Notice.of(failure)));
  }

  private void triggered(ConnectorView after) {
    put(after);
    notices.accept(Notice.success(text("notice.connectorTriggered", after.name())));
  }

  /** Checks reach and rights, step by step. */
  public void check(String connector) {
    checking.cancel();
    pane.set(new Pane.Checking(connector));
    checking =
        session.run(
            () -> session.client().check(connector),
            result -> pane.set(new Pane.Checked(connector, result)),
            failure -> pane.set(new Pane.CheckFailed(connector, failure)));
  }

  /** Begins a new connector. */
  public void create() {
    if (!types.isEmpty()) {
      pane.set(new Pane.Editing(new ConnectorFormModel(session, types, this::saved)));
    }
  }

  /** Begins to edit a connector. */
  public void edit(ConnectorView connector) {
    pane.set(new Pane.Editing(new ConnectorFormModel(session, types, connector, this::saved)));
  }

  private void saved(ConnectorView connector) {
    put(connector);
    notices.accept(Notice.success(text("notice.connectorSaved", connector.name())));
    check(connector.name());
  }

  /** Closes the side pane. */
  public void closePane() {
    checking.cancel();
    pane.set(new Pane.Closed());
  }

  @Override
  public void close() {
    live.unsubscribe();
    again.unsubscribe();
    checking.cancel();
  }
}
