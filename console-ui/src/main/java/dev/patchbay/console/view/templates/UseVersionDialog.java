package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.templates.TemplateModel;
import dev.patchbay.console.viewmodel.templates.TemplateModel.Compared;
import dev.patchbay.model.template.TemplateVersionView;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Asks whether documents are to be made of another version, and tells what differs then. */
final class UseVersionDialog extends VBox {
  private final Button use;

  UseVersionDialog(TemplateModel model, TemplateVersionView version, ShellFrame frame) {
    getStyleClass().add("dialog");
    setId("use-version");
    setMaxSize(560, USE_PREF_SIZE);
    var detail = model.detail().get();
    var active = detail == null ? version.number() : detail.template().active();
    this.use = Controls.accent(new Button(text("template.use", version.number())));
    use.setId("use-now");
    use.setDefaultButton(true);
    use.setOnAction(
        _ -> {
          frame.closeOverlay();
          model.activate(version);
        });
    var changes = new VBox();
    changes.getStyleClass().add("code-box");
    var shown = sceneProperty().map(_ -> true).orElse(false);
    model
        .compared()
        .when(shown)
        .subscribe(compared -> changes.getChildren().setAll(told(compared)));
    getChildren()
        .setAll(
            label(text("template.useTitle", version.number()), "dialog-title"),
            wrapped(text("template.useWords", version.number(), active)),
            changes,
            actions(frame));
    model.compareWith(active);
  }

  private static Node told(Compared compared) {
    return switch (compared) {
      case Compared.Known(var diff) -> ChangesView.changes(diff);
      case Compared.Failed(var failure) -> wrapped(Notice.sentence(failure), "problem");
      case Compared.Asking(), Compared.Nothing() -> label(text("loading"), "muted");
    };
  }

  private Node actions(ShellFrame frame) {
    var cancel = new Button(text("dialog.close"));
    cancel.setOnAction(_ -> frame.closeOverlay());
    return row(8, grow(), cancel, use);
  }

  @Override
  public void requestFocus() {
    use.requestFocus();
  }
}
