package dev.patchbay.console.view.deliveries;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.deliveries.DeliveryDiff;
import dev.patchbay.console.viewmodel.deliveries.DeliveryDiffModel;
import dev.patchbay.console.viewmodel.deliveries.DeliveryDiffModel.State;
import dev.patchbay.model.delivery.DeliverySummary;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A delivery beside the row that stands from before: every cell, and the fields that differ. */
final class DiffDialog extends VBox {
  private final DeliveryDiffModel model;
  private final StackPane body = new StackPane();

  DiffDialog(DeliveryDiffModel model, Runnable close) {
    this.model = model;
    getStyleClass().add("dialog");
    setId("diff");
    setMaxSize(820, USE_PREF_SIZE);
    var closing = new Button(text("dialog.close"));
    closing.setAccessibleText(closing.getText());
    closing.setCancelButton(true);
    closing.setOnAction(_ -> close.run());
    var actions = row(8, Controls.grow(), closing);
    actions.getStyleClass().add("dialog-actions");
    var title = label(text("diff.title", model.now().summary().key()), "dialog-title");
    getChildren().setAll(title, body, actions);
    model.state().subscribe(this::show);
    sceneProperty()
        .subscribe(
            (before, now) -> {
              if (before != null && now == null) {
                model.close();
              }
            });
  }

  private void show(State state) {
    body.getChildren()
        .setAll(
            switch (state) {
              case State.Looking() -> Placeholder.loading();
              case State.NothingBefore() ->
                  Placeholder.card(
                      Feather.FILE_PLUS, text("diff.nothing.title"), text("diff.nothing.text"));
              case State.Failed(var failure) -> Placeholder.failed(failure, model::look);
              case State.Compared(var diff) -> compared(diff);
            });
  }

  private Node compared(DeliveryDiff diff) {
    var shown =
        column(
            16,
            wrapped(text("diff.text", when(diff.before()), stateNow()), "muted"),
            section(text("diff.row"), rowOf(diff)),
            section(text("diff.payload"), parts(diff.payload())));
    shown.getStyleClass().add("diff-body");
    var scroll = new ScrollPane(shown);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(560);
    return scroll;
  }

  private static String when(DeliverySummary before) {
    var written = before.finishedAt();
    return When.stamp(written == null ? before.acceptedAt() : written);
  }

  private String stateNow() {
    return word("state", model.now().summary().state());
  }

  /** Where no row can be made, the reason stands for it. */
  private Node rowOf(DeliveryDiff diff) {
    var error = model.now().rowError();
    var cells = parts(diff.row());
    if (error == null) {
      return cells;
    }
    var why = Callout.of(Feather.ALERT_TRIANGLE, "bad", text("delivery.noRow"), error);
    return diff.row().isEmpty() ? why : column(8, why, cells);
  }

  private static Node section(String title, Node content) {
    return column(8, label(title, "section-title"), content);
  }

  private static Node parts(List<DeliveryDiff.Part> parts) {
    if (parts.isEmpty()) {
      return label(text("diff.same"), "muted");
    }
    var grid = new GridPane(12, 0);
    grid.getStyleClass().addAll("code-box", "diff");
    grid.getColumnConstraints().setAll(wide(11), wide(21), wide(34), wide(34));
    grid.addRow(
        0,
        label(text("diff.change"), "muted"),
        label(text("diff.name"), "muted"),
        label(text("diff.before"), "muted", "diff-head"),
        label(text("diff.after"), "muted", "diff-head"));
    for (var part : parts) {
      grid.addRow(grid.getRowCount(), cells(part));
    }
    return grid;
  }

  private static ColumnConstraints wide(double percent) {
    var column = new ColumnConstraints();
    column.setPercentWidth(percent);
    return column;
  }

  private static Node[] cells(DeliveryDiff.Part part) {
    boolean changed = part.kind().isPresent();
    var name = label(part.name(), changed ? "strong" : "muted");
    name.setMinWidth(0);
    return new Node[] {
      part.kind().<Node>map(DiffDialog::pill).orElseGet(() -> label("", "muted")),
      name,
      value(part.before(), changed ? "was" : "same"),
      value(part.after(), changed ? "is" : "same")
    };
  }

  private static Node pill(ChangeKind kind) {
    return Pill.of(kind);
  }

  private static Label value(@Nullable String value, String style) {
    var shown =
        value == null ? text("diff.absent") : value.isEmpty() ? text("delivery.cleared") : value;
    var label = wrapped(shown, "cell-value", value == null ? "absent" : style);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(Pos.TOP_LEFT);
    return label;
  }
}
