package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.accent;
import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.ListState;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A title, what can be begun here, and below it what the screen lists or what stands instead. */
public final class ListPage {
  /** Room for the scroll bar beside the list. */
  private static final double GUTTER = 14;

  private ListPage() {}

  /**
   * A page that takes all the room there is.
   *
   * @param begin the button beside the title
   */
  public static VBox of(
      Command begin, Node list, ObservableValue<ListState> state, Placeholder.Ways ways) {
    var head = head(ways);
    head.getChildren().add(accent(button(begin)));
    return page(head, list, state, ways.onlyIf(begin.enabled()));
  }

  /** The same, where nothing can be begun. */
  public static VBox of(Node list, ObservableValue<ListState> state, Placeholder.Ways ways) {
    return page(head(ways), list, state, ways);
  }

  private static HBox head(Placeholder.Ways ways) {
    return row(
        12,
        label(text(ways.screen() + ".title"), "screen-title"),
        label(text(ways.screen() + ".intro"), "muted"),
        grow());
  }

  private static VBox page(
      HBox head, Node list, ObservableValue<ListState> state, Placeholder.Ways ways) {
    var page = new VBox(18, head, body(list, state, ways));
    page.getStyleClass().add("screen");
    HBox.setHgrow(page, Priority.ALWAYS);
    return page;
  }

  private static Node body(Node list, ObservableValue<ListState> state, Placeholder.Ways ways) {
    var beside = new VBox(list);
    beside.getStyleClass().add("page-list");
    var scroll = new ScrollPane(beside);
    scroll.setFitToWidth(true);
    StackPane.setMargin(scroll, new Insets(0, -GUTTER, 0, 0));
    return Placeholder.insteadOf(scroll, state, ways);
  }
}
