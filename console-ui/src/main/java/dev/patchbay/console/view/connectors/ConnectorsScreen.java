package dev.patchbay.console.view.connectors;

import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.SidePane;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.connectors.ConnectorsModel;
import dev.patchbay.console.viewmodel.connectors.ConnectorsModel.Pane;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.connector.CheckResult;
import dev.patchbay.model.connector.ConnectorView;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All connectors with their health, and a side pane to check, create and edit. */
public final class ConnectorsScreen implements Screen {
  private final Session session;
  private final ConnectorsModel model;
  private final List<Command> commands;
  private final VBox cards = new VBox(10);
  private final SidePane pane;
  private final HBox root;

  public ConnectorsScreen(Session session, ShellFrame frame) {
    this.session = session;
    this.model = new ConnectorsModel(session, frame::notice);
    this.pane = new SidePane("connector-pane", model::closePane);
    this.commands =
        List.of(
            Command.of(
                "newConnector", Feather.PLUS, "Ctrl+N", Writable.admin(session), model::create),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    this.root = new HBox(page(), pane);
    model.connectors().subscribe(this::show);
    model.pane().subscribe(this::showPane);
  }

  private VBox page() {
    var ways = new Placeholder.Ways("connectors", model::create, model::reload, model::reload);
    return ListPage.of(commands.getFirst(), cards, model.state(), ways);
  }

  private void show(List<ConnectorView> connectors) {
    Controls.replace(cards, connectors.stream().map(this::card).toList());
  }

  private Node card(ConnectorView connector) {
    var card = column(10, cardHead(connector));
    var reason = connector.stateReason();
    if (reason != null) {
      card.getChildren().add(wrapped(reason));
    }
    card.getChildren().add(facts(connector));
    card.getChildren().add(actions(connector));
    card.getStyleClass().addAll("card", "list-card");
    card.setId("connector-" + connector.name());
    return card;
  }

  private Node cardHead(ConnectorView connector) {
    var sign = icon(Feather.GRID, "card-icon");
    return row(
        10,
        sign,
        label(connector.name(), "card-title"),
        Pill.of(connector.state()),
        grow(),
        held(connector));
  }

  private static Node held(ConnectorView connector) {
    var held = label(text("connectors.held", connector.held()), "strong");
    showIf(held, connector.held() > 0);
    return held;
  }

  private Node facts(ConnectorView connector) {
    var since = connector.stateSince();
    var words =
        text(
            "connectors.facts",
            typeLabel(connector.type()),
            word("guarantee", connector.guarantee()),
            since == null ? "–" : When.ago(since, session.now()));
    return label(words, "muted");
  }

  private String typeLabel(String type) {
    return model.types().stream()
        .filter(one -> one.name().equals(type))
        .map(one -> one.label())
        .findFirst()
        .orElse(type);
  }

  private Node actions(ConnectorView connector) {
    return row(
        8,
        action("check", Feather.ACTIVITY, connector, () -> model.check(connector.name())),
        turn(connector),
        action("trigger", Feather.ZAP, connector, () -> model.trigger(connector)),
        action("edit", Feather.EDIT_2, connector, () -> model.edit(connector)));
  }

  /** One button with two names, so that the focus stays on it. */
  private Button turn(ConnectorView connector) {
    boolean paused = ConnectorsModel.isPaused(connector);
    var turn =
        action(
            paused ? "resume" : "pause",
            paused ? Feather.PLAY : Feather.PAUSE,
            connector,
            () -> model.turn(connector));
    turn.setId("turn-" + connector.name());
    return turn;
  }

  private Button action(String key, Feather sign, ConnectorView connector, Runnable action) {
    var button = new Button(text("connectors." + key), icon(sign));
    button.getStyleClass().add(Styles.SMALL);
    Controls.tell(button, key + "-" + connector.name(), connector.name());
    button.disableProperty().bind(allowed(key).not());
    button.setOnAction(_ -> action.run());
    return button;
  }

  private BooleanBinding allowed(String key) {
    return key.equals("edit") ? Writable.admin(session) : Writable.support(session);
  }

  private void showPane(Pane state) {
    switch (state) {
      case Pane.Closed() -> pane.close();
      case Pane.Checking(var name) -> pane.show(text("check.title", name), Placeholder.loading());
      case Pane.Checked(var name, var result) ->
          pane.show(text("check.title", name), checked(result));
      case Pane.CheckFailed(var name, var failure) ->
          pane.show(
              text("check.title", name), Placeholder.failed(failure, () -> model.check(name)));
      case Pane.Editing(var form) -> {
        var title = form.isNew() ? text("connector.new") : form.name().get();
        var drawn = new ConnectorForm(form, Writable.admin(session), model::closePane);
        pane.showForm(title, drawn);
      }
    }
  }

  private static Node checked(CheckResult result) {
    var verdict =
        Callout.of(
            result.ok() ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE,
            result.ok() ? "good" : "bad",
            text(result.ok() ? "check.ok" : "check.failed"),
            text("check.guarantee", word("guarantee", result.guarantee())));
    var steps = new VBox(14);
    for (var step : result.steps()) {
      steps.getChildren().add(step(step));
    }
    return column(18, verdict, steps);
  }

  private static Node step(CheckResult.Step step) {
    var sign =
        icon(
            step.ok() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE,
            "attempt-icon",
            step.ok() ? "good" : "bad");
    var words = column(2, label(step.name(), "strong"), wrapped(step.message(), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(10, sign, words);
  }

  @Override
  public void escape() {
    model.closePane();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public void close() {
    model.close();
  }
}
