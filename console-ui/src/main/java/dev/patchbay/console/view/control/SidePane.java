package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a screen shows beside its list: a title, a way to close it, and a body that scrolls. */
public final class SidePane extends BorderPane {
  private static final double WIDTH = 430;

  private final Runnable onClose;
  private @Nullable Node focusBefore;

  /**
   * Shows nothing yet.
   *
   * @param onClose runs when a person closes it
   */
  public SidePane(String id, Runnable onClose) {
    this.onClose = onClose;
    getStyleClass().add("side-pane");
    setId(id);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
    close();
  }

  /** Shows this. */
  public void show(String title, Node body) {
    var close = new Button(null, icon(Feather.X));
    close.setId("close-" + getId());
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    Controls.describe(close, text("delivery.close"));
    close.setOnAction(_ -> onClose.run());
    var header = row(10, label(title, "pane-title"), grow(), close);
    header.getStyleClass().add("pane-header");
    var content = new VBox(body);
    content.getStyleClass().add("pane-body");
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    setTop(header);
    setCenter(scroll);
    showIf(this, true);
  }

  /** Shows a form, and goes to its first field. */
  public void showForm(String title, Node form) {
    var scene = getScene();
    focusBefore = scene == null ? null : scene.getFocusOwner();
    show(title, form);
    applyCss();
    form.lookupAll("*").stream()
        .filter(node -> node instanceof TextField && !node.isDisabled())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /** Shows nothing. */
  public void close() {
    if (focusBefore != null && isFocusWithin()) {
      focusBefore.requestFocus();
    }
    focusBefore = null;
    setTop(null);
    setCenter(null);
    showIf(this, false);
  }
}
