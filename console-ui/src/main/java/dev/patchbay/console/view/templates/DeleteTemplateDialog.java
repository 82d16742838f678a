package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.navigation.Place;
import dev.patchbay.console.viewmodel.templates.TemplateModel;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks whether a template goes for good, and says why it cannot. */
final class DeleteTemplateDialog extends VBox {
  private final TemplateModel model;
  private final ShellFrame frame;
  private final Label reason = wrapped("", "problem");
  private final Button delete = new Button(text("template.delete"));
  private final Button cancel = new Button(text("template.keep"));

  /**
   * A question.
   *
   * @param versions how many go with it
   */
  DeleteTemplateDialog(TemplateModel model, int versions, ShellFrame frame) {
    this.model = model;
    this.frame = frame;
    getStyleClass().add("dialog");
    setId("delete-template");
    setMaxSize(520, USE_PREF_SIZE);
    reason.setId("delete-problem");
    showIf(reason, false);
    getChildren()
        .setAll(
            label(text("template.deleteTitle", model.name()), "dialog-title"),
            wrapped(text("template.deleteWords", versions)),
            reason,
            actions());
  }

  private Node actions() {
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> frame.closeOverlay());
    delete.setId("delete-now");
    delete.getStyleClass().add(Styles.DANGER);
    delete.setOnAction(_ -> delete());
    return row(8, grow(), cancel, delete);
  }

  private void delete() {
    delete.setDisable(true);
    model.delete(this::gone, this::kept);
  }

  private void gone() {
    if (frame.closeOverlay(this)) {
      frame.go(new Place.Templates());
    }
  }

  private void kept(String why) {
    reason.setText(why);
    showIf(reason, true);
    delete.setDisable(false);
  }

  /** What cannot be taken back is not what Enter does. */
  @Override
  public void requestFocus() {
    cancel.requestFocus();
  }
}
