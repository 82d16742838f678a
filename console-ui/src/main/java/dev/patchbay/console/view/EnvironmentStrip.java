package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.viewmodel.session.Profile;
import dev.patchbay.console.viewmodel.session.Session;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The colour of the server over everything; it says so where nothing can be changed. */
final class EnvironmentStrip extends HBox {
  private static final PseudoClass READ_ONLY = PseudoClass.getPseudoClass("read-only");

  EnvironmentStrip(Session session) {
    super(8);
    setId("environment-strip");
    setAlignment(Pos.CENTER);
    var profile = session.keptProfile().now();
    var words =
        row(
            8,
            icon(Feather.LOCK),
            label(text("strip.readOnly"), "strong"),
            label(whose(profile.get())));
    getChildren().setAll(words);
    getStyleClass().addAll("environment-strip", ConnectScreen.styleOf(profile.get().environment()));
    profile.subscribe(
        now -> {
          pseudoClassStateChanged(READ_ONLY, now.readOnly());
          showIf(words, now.readOnly());
        });
  }

  private static String whose(Profile profile) {
    return text("profile.state", profile.name(), word("environment", profile.environment()));
  }
}
