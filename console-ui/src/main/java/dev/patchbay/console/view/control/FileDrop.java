package dev.patchbay.console.view.control;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file of this computer that is dropped somewhere; of several the first is taken. */
public final class FileDrop {
  private FileDrop() {}

  /** Takes files that are dropped onto a node while they may be. */
  public static void onto(Node node, ObservableBooleanValue allowed, Consumer<Path> taken) {
    node.setOnDragOver(
        drag -> {
          if (drag.getDragboard().hasFiles() && allowed.get()) {
            drag.acceptTransferModes(TransferMode.COPY);
          }
          drag.consume();
        });
    node.setOnDragDropped(drop -> take(drop, taken));
  }

  private static void take(DragEvent drop, Consumer<Path> taken) {
    var files = drop.getDragboard().getFiles();
    files.stream().findFirst().ifPresent(file -> taken.accept(file.toPath()));
    drop.setDropCompleted(!files.isEmpty());
    drop.consume();
  }
}
