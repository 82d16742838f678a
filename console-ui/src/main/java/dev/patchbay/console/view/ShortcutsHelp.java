package dev.patchbay.console.view;

import static dev.patchbay.console.view.Controls.label;
import static dev.patchbay.console.viewmodel.Texts.text;

import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All shortcuts that work here. */
final class ShortcutsHelp extends VBox {
  ShortcutsHelp(List<Command> commands) {
    super(16);
    getStyleClass().add("dialog");
    setId("shortcuts");
    setMaxSize(520, USE_PREF_SIZE);
    var grid = new GridPane(24, 10);
    for (var command : commands) {
      if (command.key() != null) {
        grid.addRow(
            grid.getRowCount(), label(command.keyText(), "key-cap"), label(command.label()));
      }
    }
    grid.addRow(grid.getRowCount(), label("Esc", "key-cap"), label(text("shortcuts.escape")));
    getChildren().setAll(label(text("shortcuts.title"), "dialog-title"), grid);
  }
}
