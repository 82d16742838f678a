package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for a name until it can be taken. */
public final class NameDialog extends VBox {
  private final Function<String, Optional<String>> take;
  private final Runnable close;
  private final TextField name = new TextField();
  private final Label problem = wrapped("", "problem");

  /** {@code take} says what is wrong with a name, if anything is. */
  public NameDialog(
      String title, String before, Function<String, Optional<String>> take, Runnable close) {
    this.take = take;
    this.close = close;
    getStyleClass().add("dialog");
    setId("name-dialog");
    setMaxSize(420, USE_PREF_SIZE);
    name.setId("view-name");
    name.setText(before);
    name.setOnAction(_ -> save());
    showIf(problem, false);
    getChildren()
        .setAll(
            label(title, "dialog-title"),
            Controls.field(text("views.name"), name),
            problem,
            actions());
  }

  private VBox actions() {
    var cancel = button(text("dialog.close"), close);
    var save = Controls.accent(button(text("views.save"), this::save));
    save.setId("save-name");
    var line = row(8, Controls.grow(), cancel, save);
    line.setAlignment(Pos.CENTER_RIGHT);
    line.getStyleClass().add("dialog-actions");
    return new VBox(line);
  }

  private static Button button(String words, Runnable action) {
    var button = new Button(words);
    button.setAccessibleText(words);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void save() {
    var wrong = take.apply(name.getText());
    if (wrong.isEmpty()) {
      close.run();
    } else {
      problem.setText(wrong.get());
      showIf(problem, true);
    }
  }

  @Override
  public void requestFocus() {
    name.requestFocus();
    name.selectAll();
  }
}
