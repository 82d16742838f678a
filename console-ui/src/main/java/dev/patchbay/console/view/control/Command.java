package dev.patchbay.console.view.control;

import static dev.patchbay.console.viewmodel.Texts.text;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something a person can do: stated once, offered by button, palette and shortcut.
 *
 * @param id names the text {@code command.ID}
 */
public record Command(
    String id,
    Feather icon,
    @Nullable KeyCombination key,
    ObservableBooleanValue enabled,
    Runnable action) {

  private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

  /** A command that can always be run. */
  public static Command of(String id, Feather icon, @Nullable String key, Runnable action) {
    return of(id, icon, key, ALWAYS, action);
  }

  /** A command that can be run while {@code enabled}. */
  public static Command of(
      String id,
      Feather icon,
      @Nullable String key,
      ObservableBooleanValue enabled,
      Runnable action) {
    return new Command(id, icon, key == null ? null : keyOf(key), enabled, action);
  }

  /** The one of this id; there has to be one. */
  public static Command one(List<Command> commands, String id) {
    return commands.stream()
        .filter(command -> command.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no command: " + id));
  }

  private static KeyCombination keyOf(String key) {
    return switch (key) {
      case "/" -> new TypedKey("/", KeyCode.SLASH);
      case "[" -> new TypedKey("[", KeyCode.OPEN_BRACKET);
      case "]" -> new TypedKey("]", KeyCode.CLOSE_BRACKET);
      default -> combination(key.split("\\+", -1));
    };
  }

  private static KeyCombination combination(String[] parts) {
    int last = parts.length - 1;
    var modifiers = new KeyCombination.Modifier[last];
    for (int at = 0; at < last; at++) {
      modifiers[at] = modifier(parts[at]);
    }
    return new KeyCodeCombination(KeyCode.getKeyCode(parts[last]), modifiers);
  }

  private static KeyCombination.Modifier modifier(String name) {
    return switch (name) {
      case "Ctrl" -> KeyCombination.SHORTCUT_DOWN;
      case "Alt" -> KeyCombination.ALT_DOWN;
      case "Shift" -> KeyCombination.SHIFT_DOWN;
      default -> throw new IllegalArgumentException("no modifier key: " + name);
    };
  }

  /** What it is called. */
  public String label() {
    return text("command." + id);
  }

  /** The shortcut as a person reads it, empty if none. */
  public String keyText() {
    return key == null ? "" : key.getDisplayText();
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (enabled.get()) {
      action.run();
    }
  }
}
