package dev.patchbay.console.view;

import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All shortcuts that work here. */
final class ShortcutsHelp extends VBox {
  ShortcutsHelp(List<Command> commands) {
    super(16);
    getStyleClass().add("dialog");
    setId("shortcuts");
    setMaxSize(760, USE_PREF_SIZE);
    var lines = new ArrayList<Shortcut>();
    commands.stream()
        .filter(command -> command.key() != null)
        .forEach(command -> lines.add(new Shortcut(command.keyText(), command.label())));
    lines.add(new Shortcut("Esc", text("shortcuts.escape")));
    getChildren().setAll(label(text("shortcuts.title"), "dialog-title"), columns(lines));
  }

  private record Shortcut(String keys, String words) {}

  private static GridPane columns(List<Shortcut> lines) {
    var grid = new GridPane(24, 10);
    int high = (lines.size() + 1) / 2;
    for (int at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      int column = at / high * 2;
      grid.add(label(line.keys(), "key-cap"), column, at % high);
      grid.add(label(line.words()), column + 1, at % high);
    }
    return grid;
  }
}
