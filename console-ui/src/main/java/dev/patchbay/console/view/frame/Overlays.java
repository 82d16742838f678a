package dev.patchbay.console.view.frame;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Layers over the screen, the last on top; the focus returns to where it was. */
public final class Overlays {
  /** A layer and who had the focus before it. */
  private record Layer(StackPane shade, Region content, @Nullable Node focusBefore) {}

  private final StackPane root = new StackPane();
  private final Deque<Layer> layers = new ArrayDeque<>();

  public Overlays() {
    root.setVisible(false);
  }

  public StackPane root() {
    return root;
  }

  public boolean isEmpty() {
    return layers.isEmpty();
  }

  /** Shows a layer in the middle. */
  public void push(Region content) {
    push(content, Pos.CENTER);
  }

  /**
   * Shows a layer.
   *
   * @param place where on the screen
   */
  public void push(Region content, Pos place) {
    var shade = new StackPane(content);
    shade.getStyleClass().add("shade");
    StackPane.setAlignment(content, place);
    var scene = root.getScene();
    layers.push(new Layer(shade, content, scene == null ? null : scene.getFocusOwner()));
    root.getChildren().add(shade);
    root.setVisible(true);
    content.requestFocus();
  }

  public void pop() {
    if (layers.isEmpty()) {
      return;
    }
    var top = layers.pop();
    root.getChildren().remove(top.shade());
    root.setVisible(!layers.isEmpty());
    if (top.focusBefore() != null) {
      top.focusBefore().requestFocus();
    }
  }

  /** Takes this layer away and leaves those above it; false if it is not there. */
  public boolean remove(Region content) {
    var top = layers.peek();
    if (top != null && top.content().equals(content)) {
      pop();
      return true;
    }
    return layers.removeIf(
        layer -> layer.content().equals(content) && root.getChildren().remove(layer.shade()));
  }
}
