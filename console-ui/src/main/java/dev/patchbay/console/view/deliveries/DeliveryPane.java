package dev.patchbay.console.view.deliveries;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.JsonText;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.Timelines;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.deliveries.DeliveryModel;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.delivery.WrittenCell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** One delivery: cause in words, attempts, payload beside the row it wrote. */
public final class DeliveryPane {
  private final Session session;
  private final ShellFrame frame;
  private final DeliveryModel model;
  private final List<Command> commands;
  private final Runnable close;
  private final BorderPane root = new BorderPane();
  private final Label countdown = wrapped("", "countdown");
  private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));

  DeliveryPane(
      Session session,
      ShellFrame frame,
      DeliveryModel model,
      List<Command> commands,
      Runnable close) {
    this.session = session;
    this.frame = frame;
    this.model = model;
    this.commands = commands;
    this.close = close;
    root.getStyleClass().add("side-pane");
    root.setId("delivery-pane");
    root.setMinWidth(420);
    ticking.setCycleCount(Animation.INDEFINITE);
    model.state().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  void close() {
    ticking.stop();
  }

  private void show(DeliveryModel.State state) {
    ticking.stop();
    switch (state) {
      case DeliveryModel.State.Nothing() -> root.setCenter(null);
      case DeliveryModel.State.Loading _ -> root.setCenter(Placeholder.loading());
      case DeliveryModel.State.Failed(var id, var failure) ->
          root.setCenter(Placeholder.failed(failure, () -> model.open(id)));
      case DeliveryModel.State.Shown(var detail) -> show(detail);
    }
  }

  private void show(DeliveryDetail detail) {
    var parts = new ArrayList<Node>(List.of(facts(detail.summary())));
    addTrouble(parts, detail);
    parts.add(section(text("delivery.attempts"), attempts(detail)));
    parts.add(
        new GridOfTwo(
            section(text("delivery.payload"), payload(detail)),
            section(rowTitle(detail.summary()), written(detail))));
    var body = new VBox(18);
    body.getChildren().setAll(parts);
    body.getStyleClass().add("pane-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setTop(header(detail.summary()));
    root.setCenter(scroll);
    tick();
    if (detail.summary().nextAttemptAt() != null) {
      ticking.play();
    }
  }

  /** What became no row was never sent, and has no attempts to show. */
  private Node attempts(DeliveryDetail detail) {
    return detail.attempts().isEmpty() && detail.rowError() != null
        ? wrapped(text("delivery.neverSent"), "muted")
        : new Timelines(session).of(detail.attempts());
  }

  /** What is not delivered has written nothing yet. */
  private static String rowTitle(DeliverySummary delivery) {
    return text(
        delivery.state() == DeliveryState.DELIVERED ? "delivery.row" : "delivery.rowToWrite");
  }

  private Node header(DeliverySummary delivery) {
    var closing = new Button(null, icon(Feather.X));
    closing.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    Controls.describe(closing, text("delivery.close"));
    closing.setOnAction(_ -> close.run());
    var key = label(delivery.key(), "pane-title");
    key.setMinWidth(0);
    var title = row(10, Pill.of(delivery), key, grow(), closing);
    var actions =
        row(
            8,
            Controls.small(Controls.accent(Controls.button(command("retry")))),
            Controls.small(Controls.button(command("cancelDelivery"))),
            Controls.small(Controls.button(command("diff"))),
            mappingButton(delivery));
    var header = column(10, title, actions);
    header.getStyleClass().add("pane-header");
    return header;
  }

  private Button mappingButton(DeliverySummary delivery) {
    var open = new Button(text("delivery.openMapping"), icon(Feather.SHUFFLE));
    open.setAccessibleText(open.getText());
    open.setOnAction(_ -> frame.go(new Place.Mapping(delivery.route())));
    return Controls.small(open);
  }

  private Command command(String id) {
    return Command.one(commands, id);
  }

  private Node facts(DeliverySummary delivery) {
    var grid = new GridPane(16, 6);
    fact(grid, text("delivery.fact.route"), delivery.route());
    fact(grid, text("delivery.fact.target"), delivery.target());
    fact(grid, text("delivery.fact.event"), delivery.eventType());
    fact(grid, text("delivery.fact.accepted"), time(delivery.acceptedAt()));
    var finished = delivery.finishedAt();
    if (finished != null) {
      fact(grid, text("delivery.fact.finished"), time(finished));
    }
    return grid;
  }

  private String time(Instant at) {
    return text("delivery.time", When.stamp(at), When.ago(at, session.now()));
  }

  private static void fact(GridPane grid, String name, String value) {
    int line = grid.getRowCount();
    var shown = label(value);
    shown.setMinWidth(0);
    grid.add(label(name, "muted", "fact-name"), 0, line);
    grid.add(shown, 1, line);
  }

  private void addTrouble(List<Node> parts, DeliveryDetail detail) {
    var delivery = detail.summary();
    var held = delivery.heldBy();
    var cause = delivery.cause();
    if (held != null) {
      parts.add(Callout.of(Feather.PAUSE_CIRCLE, "warn", text("delivery.held"), held));
    }
    if (cause != null) {
      var tone = DeliveryModel.canRetry(delivery) ? "bad" : "warn";
      parts.add(Callout.of(Feather.ALERT_CIRCLE, tone, text("delivery.cause"), cause));
    }
    if (delivery.nextAttemptAt() != null) {
      parts.add(row(8, icon(Feather.CLOCK, "muted-icon"), countdown));
    }
  }

  private void tick() {
    if (model.state().get() instanceof DeliveryModel.State.Shown(var detail)) {
      var next = detail.summary().nextAttemptAt();
      if (next != null) {
        countdown.setText(text("delivery.next", When.until(next, session.now()), When.clock(next)));
      }
    }
  }

  private static Node section(String title, Node body) {
    return column(8, label(title, "section-title"), body);
  }

  private static Node payload(DeliveryDetail detail) {
    var shown = new JsonText(detail.envelope());
    shown.getStyleClass().add("code-box");
    return shown;
  }

  private static Node written(DeliveryDetail detail) {
    var error = detail.rowError();
    if (error != null) {
      return Callout.of(Feather.ALERT_TRIANGLE, "bad", text("delivery.noRow"), error);
    }
    var grid = new GridPane(12, 7);
    grid.getStyleClass().add("code-box");
    grid.getColumnConstraints().setAll(new ColumnConstraints(), growing());
    for (var cell : detail.row()) {
      addCell(grid, cell);
    }
    return grid;
  }

  private static ColumnConstraints growing() {
    var wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    return wide;
  }

  private static void addCell(GridPane grid, WrittenCell cell) {
    int line = grid.getRowCount();
    var written = cell.text();
    var value =
        written == null
            ? label(text("delivery.untouched"), "muted", "quiet-cell")
            : wrapped(written.isEmpty() ? text("delivery.cleared") : written, "cell-value");
    value.setAccessibleText(cell.header() + ": " + value.getText());
    var header = label(cell.header(), "muted", "cell-header");
    header.setMinWidth(70);
    GridPane.setValignment(header, VPos.TOP);
    grid.add(header, 0, line);
    grid.add(value, 1, line);
  }

  /** Two parts side by side, of equal width. */
  private static final class GridOfTwo extends GridPane {
    GridOfTwo(Node left, Node right) {
      super(12, 0);
      var half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().setAll(half, half);
      addRow(0, left, right);
    }
  }
}
