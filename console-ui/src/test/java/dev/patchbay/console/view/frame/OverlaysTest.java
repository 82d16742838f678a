package dev.patchbay.console.view.frame;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class OverlaysTest {
  private final Overlays overlays = new Overlays();

  private Region pushed() {
    var layer = new Region();
    overlays.push(layer);
    return layer;
  }

  @Test
  void workThatEndsLateTakesAwayItsOwnLayerAndNoOther() {
    var question = pushed();
    var above = pushed();
    assertThat(overlays.remove(question)).isTrue();
    assertThat(above.getParent().getParent()).isEqualTo(overlays.root());

    assertThat(overlays.remove(question)).as("it is gone").isFalse();
    assertThat(overlays.isEmpty()).isFalse();
    assertThat(overlays.remove(above)).isTrue();
    assertThat(overlays.isEmpty()).isTrue();
    assertThat(overlays.root().isVisible()).isFalse();
  }
}
