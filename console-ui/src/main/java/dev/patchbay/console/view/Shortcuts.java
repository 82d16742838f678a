package dev.patchbay.console.view;

import dev.patchbay.console.view.control.Command;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Runs commands by their keys; plain letters belong to a text field while one has the focus. */
final class Shortcuts {
  private static final KeyCombination SELECT_TEXT =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final Scene scene;
  private final Supplier<List<Command>> commands;
  private final Runnable escape;
  private boolean ran;

  Shortcuts(Scene scene, Supplier<List<Command>> commands, Runnable escape) {
    this.scene = scene;
    this.commands = commands;
    this.escape = escape;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
  }

  /** A key that ran a command is not typed into the field that the command went to. */
  private void typed(KeyEvent event) {
    if (ran) {
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    ran = false;
    if (event.getCode() == KeyCode.ESCAPE) {
      escape.run();
    }
    if (typing() && belongsToText(event)) {
      return;
    }
    matching(event).ifPresent(command -> run(command, event));
  }

  private static boolean belongsToText(KeyEvent event) {
    return SELECT_TEXT.match(event) || (!event.isShortcutDown() && !event.isAltDown());
  }

  private boolean typing() {
    return scene.getFocusOwner() instanceof TextInputControl;
  }

  private Optional<Command> matching(KeyEvent event) {
    return commands.get().stream().filter(command -> matches(command, event)).findFirst();
  }

  private static boolean matches(Command command, KeyEvent event) {
    var key = command.key();
    return key != null && command.enabled().get() && key.match(event);
  }

  private void run(Command command, KeyEvent event) {
    ran = true;
    event.consume();
    command.run();
  }
}
