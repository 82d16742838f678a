package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.routes.MappingChange;
import dev.patchbay.console.viewmodel.routes.MappingModel;
import dev.patchbay.model.route.RouteView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What publishing would change; and where somebody was faster, what they changed. */
public final class PublishDialog extends VBox {
  private final MappingModel model;
  private final ShellFrame frame;

  PublishDialog(MappingModel model, ShellFrame frame) {
    super(16);
    this.model = model;
    this.frame = frame;
    getStyleClass().add("dialog");
    setId("publish-dialog");
    setMaxSize(640, USE_PREF_SIZE);
    var stored = model.stored().get();
    if (stored != null) {
      mine(stored);
      model
          .theirs()
          .subscribe(
              theirs -> {
                if (theirs != null) {
                  theirs(stored, theirs);
                }
              });
    }
  }

  private void mine(RouteView stored) {
    var publish = action(text("publish.go", stored.version() + 1), "publish-now", model::publish);
    publish.getStyleClass().add(Styles.ACCENT);
    publish.setDefaultButton(true);
    getChildren()
        .setAll(
            label(text("publish.title", stored.version() + 1), "dialog-title"),
            changes(model.changes()),
            wrapped(text("publish.text"), "muted"),
            actions(close(), publish));
  }

  private void theirs(RouteView base, RouteView theirs) {
    var mine = model.changes();
    var other = MappingChange.between(base.route(), theirs.route());
    var take =
        action(
            text("publish.takeTheirs"),
            "take-theirs",
            () -> {
              model.takeTheirs();
              frame.closeOverlay();
            });
    var over = action(text("publish.over"), "publish-over", model::publishOverTheirs);
    over.getStyleClass().add(Styles.DANGER);
    getChildren()
        .setAll(
            label(text("publish.stale", theirs.changedBy(), theirs.version()), "dialog-title"),
            column(6, label(text("publish.theirs"), "section-title"), changes(other)),
            column(6, label(text("publish.mine"), "section-title"), changes(mine)),
            actions(close(), take, over));
  }

  private static Node changes(List<MappingChange> changes) {
    var list = new VBox(6);
    for (var change : changes) {
      var kind = Pill.of(change.kind());
      Controls.fixWidth(kind, 78);
      var name = label(change.column(), "strong");
      Controls.fixWidth(name, 120);
      list.getChildren().add(row(10, kind, name, wrapped(change.words())));
    }
    if (changes.isEmpty()) {
      list.getChildren().add(label(text("publish.nothing"), "muted"));
    }
    list.getStyleClass().add("code-box");
    return list;
  }

  private Button close() {
    return action(text("dialog.close"), "publish-close", frame::closeOverlay);
  }

  private static HBox actions(Button... buttons) {
    var actions = new HBox(8, buttons);
    actions.setAlignment(Pos.CENTER_RIGHT);
    return actions;
  }

  private static Button action(String name, String id, Runnable action) {
    var button = new Button(name);
    button.setId(id);
    button.setAccessibleText(name);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }
}
