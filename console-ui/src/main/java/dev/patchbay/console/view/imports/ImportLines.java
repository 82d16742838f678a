package dev.patchbay.console.view.imports;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.viewmodel.imports.ImportColumns;
import dev.patchbay.console.viewmodel.imports.ImportFormModel;
import dev.patchbay.console.viewmodel.imports.ImportLine;
import dev.patchbay.model.imports.RequestField;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The columns of a file, with some of their values, each with the field that it fills. */
final class ImportLines extends VBox {
  private static final double PLACE_WIDTH = 26;
  private static final double FIELD_WIDTH = 170;

  private final ImportColumns columns;
  private final VBox lines = new VBox(12);
  private final Label lacking = wrapped("", "problem");

  ImportLines(ImportFormModel model) {
    super(10);
    this.columns = model.columns();
    getChildren().setAll(lacking, lines);
    model.profile().subscribe(_ -> show());
  }

  private void show() {
    var headers = columns.lacking();
    lacking.setText(text("import.lacking", String.join(", ", headers)));
    showIf(lacking, !headers.isEmpty());
    lines.getChildren().setAll(columns.lines().stream().map(ImportLines::line).toList());
  }

  private static Node line(ImportLine line) {
    var column = line.column();
    var samples = label(String.join("  ·  ", column.samples()), "muted", "small");
    var words = column(1, label(column.header(), "strong"), samples);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var written = written(line);
    var place = label(column.place(), "column-letter");
    place.setMinWidth(PLACE_WIDTH);
    place.setAlignment(Pos.CENTER);
    var head = new HBox(10, place, words, choice(line));
    return column(6, head, written);
  }

  private static ComboBox<String> choice(ImportLine line) {
    var place = line.column().place();
    var choice =
        Choice.of(
            "field-" + place,
            line.choices(),
            line.field(),
            one -> one.isEmpty() ? text("import.leftOut") : one);
    choice.setAccessibleText(text("import.fieldOf", line.column().header()));
    choice.setMinWidth(FIELD_WIDTH);
    choice.setPrefWidth(FIELD_WIDTH);
    return choice;
  }

  /** How its values are written, where that may differ. */
  private static Node written(ImportLine line) {
    var pattern = input("pattern", line, line.pattern());
    var zone = input("zone", line, line.zone());
    var language = input("language", line, line.language());
    var written = new HBox(8, pattern, zone, language);
    line.field()
        .subscribe(
            _ -> {
              var kind = line.kind();
              boolean time = is(RequestField.Kind.TIME, kind);
              showIf(pattern, time);
              showIf(zone, time);
              showIf(written, time || is(RequestField.Kind.NUMBER, kind));
            });
    return written;
  }

  private static boolean is(RequestField.Kind wanted, Optional<RequestField.Kind> kind) {
    return kind.filter(wanted::equals).isPresent();
  }

  private static TextField input(String key, ImportLine line, StringProperty value) {
    var input = new TextField();
    input.setId(key + "-" + line.column().place());
    input.setPromptText(text("import." + key));
    input.setAccessibleText(text("import." + key + ".of", line.column().header()));
    input.setTooltip(new Tooltip(text("import." + key + ".hint")));
    input.textProperty().bindBidirectional(value);
    HBox.setHgrow(input, Priority.ALWAYS);
    return input;
  }
}
