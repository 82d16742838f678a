package dev.patchbay.console.view;

import static dev.patchbay.console.view.Controls.accent;
import static dev.patchbay.console.view.Controls.button;
import static dev.patchbay.console.view.Controls.grow;
import static dev.patchbay.console.view.Controls.label;
import static dev.patchbay.console.view.Controls.row;
import static dev.patchbay.console.view.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.ListState;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A title, what can be begun here, and below it what the screen lists or what stands instead. */
final class ListPage {
  private ListPage() {}

  /**
   * A page that takes all the room there is.
   *
   * @param begin the button beside the title
   */
  static VBox of(
      Command begin, Node list, ObservableValue<ListState> state, Placeholder.Ways ways) {
    var head =
        row(
            12,
            label(text(ways.screen() + ".title"), "screen-title"),
            label(text(ways.screen() + ".intro"), "muted"),
            grow(),
            accent(button(begin)));
    var page = new VBox(18, head, body(list, state, ways));
    page.getStyleClass().add("screen");
    HBox.setHgrow(page, Priority.ALWAYS);
    return page;
  }

  private static Node body(Node list, ObservableValue<ListState> state, Placeholder.Ways ways) {
    var scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    var instead = new StackPane();
    state.subscribe(
        now -> {
          instead.getChildren().setAll(Placeholder.of(now, ways));
          showIf(instead, !(now instanceof ListState.Ready));
          scroll.setVisible(now instanceof ListState.Ready);
        });
    var body = new StackPane(scroll, instead);
    VBox.setVgrow(body, Priority.ALWAYS);
    return body;
  }
}
