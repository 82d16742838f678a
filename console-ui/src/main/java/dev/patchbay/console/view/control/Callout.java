package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.wrapped;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** What somebody should know before anything else on a screen. */
public final class Callout {
  private Callout() {}

  /**
   * A box with a sign.
   *
   * @param tone {@code good}, {@code warn} or {@code bad}
   */
  public static Node of(Feather sign, String tone, String title, String message) {
    var words = column(2, label(title, "callout-title"), wrapped(message));
    HBox.setHgrow(words, Priority.ALWAYS);
    var callout = new HBox(10, icon(sign), words);
    callout.getStyleClass().addAll("callout", tone);
    return callout;
  }
}
