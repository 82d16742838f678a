package dev.patchbay.console.view.deliveries;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.client.Switch;
import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.deliveries.BulkRetryModel;
import dev.patchbay.console.viewmodel.deliveries.BulkRetryModel.Step;
import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Retry all that match: the count first, then one on trial, then all with progress. */
final class BulkRetryDialog extends VBox {
  private static final int CAUSES_SHOWN = 5;

  private final BulkRetryModel model;
  private final Session session;
  private final ShellFrame frame;
  private final VBox body = new VBox(16);
  private final HBox actions = new HBox(8);
  private final ListView<BulkRetryItem> items = new ListView<>();

  BulkRetryDialog(BulkRetryModel model, Session session, ShellFrame frame) {
    this.model = model;
    this.session = session;
    this.frame = frame;
    getStyleClass().add("dialog");
    setId("bulk-retry");
    setMaxSize(640, USE_PREF_SIZE);
    actions.getStyleClass().add("dialog-actions");
    actions.setAlignment(Pos.CENTER_RIGHT);
    getChildren().setAll(label(text("bulk.title"), "dialog-title"), body, actions);
    items.setId("bulk-items");
    items.setAccessibleText(text("bulk.items"));
    items.setFixedCellSize(34);
    items.setPrefHeight(34 * 6 + 2);
    items.setCellFactory(_ -> new ItemCell());
    model.step().subscribe(this::show);
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null && now == null) {
                model.close();
              }
            });
  }

  private void show(Step step) {
    switch (step) {
      case Step.Counting() -> fill(List.of(counting()), close());
      case Step.Planned(var plan, var canary) -> planned(plan, canary);
      case Step.Trying(_, var item) -> fill(List.of(trying(item)), close());
      case Step.Running(var run, var done) -> running(run, done);
      case Step.Failed(var failure) ->
          fill(List.of(Placeholder.failed(failure, model::recount)), close());
    }
  }

  private void fill(List<? extends Node> parts, Button... buttons) {
    body.getChildren().setAll(parts);
    actions.getChildren().setAll(buttons);
  }

  private static Node counting() {
    var bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text("bulk.counting"));
    return column(8, label(text("bulk.counting"), "muted"), bar);
  }

  private void planned(BulkRetryPlan plan, @Nullable BulkRetryItem canary) {
    var parts = new ArrayList<Node>();
    if (canary != null) {
      parts.add(canaryResult(canary));
    }
    parts.add(figures(plan));
    if (plan.matched() > 0) {
      parts.add(breakdown(text("bulk.byCause"), plan.byCause(), plan.matched()));
      parts.add(breakdown(text("bulk.byRoute"), plan.byRoute(), plan.matched()));
      parts.add(wrapped(text("bulk.promise"), "muted"));
    }
    var start = action(text("bulk.start", plan.matched()), "bulk-start", model::start);
    start.getStyleClass().add(Styles.ACCENT);
    start.setDisable(plan.matched() == 0);
    var one = action(text("bulk.tryOne"), "bulk-canary", model::tryOne);
    one.setDisable(plan.matched() == 0);
    if (session.profile().environment() == Profile.Environment.PRODUCTION && plan.matched() > 0) {
      parts.add(confirmation(start, one));
    }
    fill(parts, close(), one, start);
  }

  private Node confirmation(Button start, Button one) {
    var typed = new TextField();
    typed.setId("bulk-confirm");
    typed.setPromptText(session.profile().name());
    typed.setAccessibleText(text("bulk.confirm", session.profile().name()));
    start.disableProperty().bind(typed.textProperty().isNotEqualTo(session.profile().name()));
    one.disableProperty().bind(start.disableProperty());
    return column(6, wrapped(text("bulk.confirm", session.profile().name())), typed);
  }

  private static Node canaryResult(BulkRetryItem item) {
    boolean worked = item.state() == DeliveryState.DELIVERED;
    var cause = item.cause();
    return Callout.of(
        worked ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE,
        worked ? "good" : "bad",
        text(worked ? "bulk.canary.worked" : "bulk.canary.failed", item.key()),
        cause == null ? text("bulk.canary.next") : cause);
  }

  private Node figures(BulkRetryPlan plan) {
    var oldest = plan.oldest();
    return row(
        28,
        figure(text("bulk.matched"), text("count.plain", plan.matched())),
        figure(text("bulk.superseded"), text("count.plain", plan.superseded())),
        figure(text("bulk.oldest"), oldest == null ? "–" : When.ago(oldest, session.now())),
        figure(text("bulk.expected"), When.length(plan.expected())));
  }

  private static Node figure(String name, String value) {
    var words = label(name, "muted");
    words.setMinWidth(USE_PREF_SIZE);
    var figure = label(value, "figure");
    figure.setMinWidth(USE_PREF_SIZE);
    return column(2, figure, words);
  }

  private static Node breakdown(String title, Map<String, Long> counts, long all) {
    var grid = new GridPane(12, 6);
    var largest =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(CAUSES_SHOWN)
            .toList();
    for (var entry : largest) {
      bar(grid, entry.getKey(), entry.getValue(), all);
    }
    return column(8, label(title, "section-title"), grid);
  }

  private static void bar(GridPane grid, String name, long count, long all) {
    int line = grid.getRowCount();
    var share = new ProgressBar((double) count / all);
    share.setPrefWidth(110);
    share.setAccessibleText(name + ": " + count);
    var words = label(name);
    words.setPrefWidth(390);
    words.setMinWidth(0);
    grid.addRow(line, words, share, label(text("count.plain", count), "number"));
  }

  private static Node trying(@Nullable BulkRetryItem item) {
    var bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text("bulk.trying"));
    var words = item == null ? text("bulk.trying") : text("bulk.tryingKey", item.key());
    return column(8, label(words), bar);
  }

  private void running(BulkRetryView run, List<BulkRetryItem> done) {
    items.getItems().setAll(done);
    fill(List.of(progress(run), items), buttons(run));
  }

  private Button[] buttons(BulkRetryView run) {
    return switch (run.state()) {
      case RUNNING ->
          new Button[] {steer("cancel", Switch.CANCEL), steer("pause", Switch.PAUSE), close()};
      case PAUSED ->
          new Button[] {steer("cancel", Switch.CANCEL), steer("resume", Switch.RESUME), close()};
      case CANCELLED, DONE -> new Button[] {close()};
    };
  }

  private Button steer(String name, Switch action) {
    return action(text("bulk." + name), "bulk-" + name, () -> model.steer(action));
  }

  private Node progress(BulkRetryView run) {
    var bar =
        new ProgressBar(
            run.matched() == 0 ? 1 : (double) (run.retried() + run.skipped()) / run.matched());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(text("bulk.progress", run.retried() + run.skipped(), run.matched()));
    var words = new Label(text("bulk.progress", run.retried() + run.skipped(), run.matched()));
    words.setId("bulk-progress");
    var figures =
        row(
            28,
            figure(text("bulk.delivered"), text("count.plain", run.delivered())),
            figure(text("bulk.deadAgain"), text("count.plain", run.deadAgain())),
            figure(text("bulk.skipped"), text("count.plain", run.skipped())));
    var goesOn = label(text("bulk.goesOn"), "muted");
    Controls.showIf(goesOn, run.state() == BulkRetryState.RUNNING);
    return column(12, row(10, Pill.of(run.state()), words, grow()), bar, figures, goesOn);
  }

  private Button close() {
    return action(text("dialog.close"), "bulk-close", frame::closeOverlay);
  }

  private static Button action(String name, String id, Runnable action) {
    var button = new Button(name);
    button.setId(id);
    button.setAccessibleText(name);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** One delivery of the run. */
  private static final class ItemCell extends ListCell<BulkRetryItem> {
    @Override
    protected void updateItem(@Nullable BulkRetryItem item, boolean empty) {
      super.updateItem(item, empty);
      setGraphic(item == null || empty ? null : drawn(item));
    }

    private static Node drawn(BulkRetryItem item) {
      var state = item.state();
      var pill =
          state == null ? new Pill().show(item.outcome(), "calm") : new Pill().delivery(state);
      var cause = label(item.cause() == null ? "" : String.valueOf(item.cause()), "muted");
      cause.setMinWidth(0);
      var key = label(item.key(), "strong");
      key.setMinWidth(Region.USE_PREF_SIZE);
      return row(10, pill, key, cause);
    }
  }
}
