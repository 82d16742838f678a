package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.CsvFields;
import dev.patchbay.model.job.ExportFormat;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.VBox;

/** What stands between the cells of a CSV file, and how its letters are written. */
final class CsvFieldsForm extends VBox {
  CsvFieldsForm(CsvFields model, ObjectProperty<ExportFormat> format, FieldFaults faults) {
    super(16);
    var separator =
        FaultyField.of(
            faults,
            "/export/csv/separator",
            text("schedule.separator"),
            Choice.of(
                "csv-separator", model.separators(), model.separator(), CsvFieldsForm::separator));
    format.subscribe(one -> showIf(separator, one == ExportFormat.CSV));
    getChildren()
        .addAll(
            separator,
            FaultyField.of(
                faults,
                "/export/csv/encoding",
                text("schedule.encoding"),
                Choice.of(
                    "csv-encoding",
                    model.encodings(),
                    model.encoding(),
                    one -> one.isEmpty() ? text("schedule.usualEncoding") : one)),
            FaultyField.of(
                faults,
                "/export/csv/bom",
                text("schedule.bom"),
                Choice.of(
                    "csv-bom",
                    CsvFields.boms(),
                    model.bom(),
                    one -> one.map(yes -> text("bom." + yes)).orElse(text("bom.usual")))));
  }

  private static String separator(String one) {
    return switch (one) {
      case "" -> text("separator.usual");
      case "comma", "semicolon", "tab", "bar" -> text("separator." + one);
      default -> one;
    };
  }
}
