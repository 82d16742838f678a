package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.client.Failure;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.session.Session;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;

/** The key stopped being accepted: a new one continues where the person was, drafts kept. */
final class LogInAgain extends VBox {
  private final PasswordField key = new PasswordField();

  LogInAgain(Session session, Runnable done) {
    super(16);
    getStyleClass().add("dialog");
    setId("log-in-again");
    setMaxSize(420, USE_PREF_SIZE);
    key.setId("new-key");
    var problem = wrapped("", "problem");
    showIf(problem, false);
    var go = new Button(text("connect.go"));
    go.setId("continue");
    go.getStyleClass().add(Styles.ACCENT);
    go.setDefaultButton(true);
    go.setOnAction(
        _ -> session.logInAgain(key.getText().strip(), done, failure -> say(problem, failure)));
    getChildren()
        .setAll(
            label(text("again.title"), "dialog-title"),
            wrapped(text("again.text"), "muted"),
            Controls.field(text("connect.key"), key),
            problem,
            row(8, grow(), go));
  }

  @Override
  public void requestFocus() {
    key.requestFocus();
  }

  private static void say(Label problem, Failure failure) {
    problem.setText(
        failure instanceof Failure.LoggedOut ? text("connect.wrongKey") : Notice.sentence(failure));
    showIf(problem, true);
  }
}
