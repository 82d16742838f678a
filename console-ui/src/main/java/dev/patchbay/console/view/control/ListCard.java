package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.row;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One thing of a list: what is known of it, and beside that what can be done with it. */
public final class ListCard {
  private ListCard() {}

  /**
   * A card.
   *
   * @param facts one below the other
   * @param actions its buttons, side by side
   */
  public static Node of(String id, List<Node> facts, Node... actions) {
    var words = column(6, facts.toArray(Node[]::new));
    HBox.setHgrow(words, Priority.ALWAYS);
    var card = row(8, words);
    card.getChildren().addAll(actions);
    card.getStyleClass().addAll("card", "list-card");
    card.setId(id);
    return card;
  }
}
