package dev.patchbay.console.view.control;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.problem;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.viewmodel.FieldFaults;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** A named field, and below it what is wrong with it. */
public final class FaultyField {
  private FaultyField() {}

  /**
   * A field.
   *
   * @param pointer what the hub calls it
   * @param name what people call it
   */
  public static VBox of(FieldFaults faults, String pointer, String name, Control control) {
    var fault = faults.of(pointer);
    var told = problem(fault);
    told.setId("fault" + pointer.toLowerCase(Locale.ROOT).replace('/', '-'));
    fault.subscribe(
        words -> {
          control.pseudoClassStateChanged(Styles.STATE_DANGER, !words.isEmpty());
          control.setAccessibleHelp(words);
        });
    changes(control).ifPresent(value -> value.subscribe((_, _) -> faults.forgive(pointer)));
    return column(5, Controls.field(name, control), told);
  }

  private static Optional<ObservableValue<?>> changes(Control control) {
    return switch (control) {
      case TextInputControl input -> Optional.of(input.textProperty());
      case ComboBoxBase<?> choice -> Optional.of(choice.valueProperty());
      default -> Optional.empty();
    };
  }
}
