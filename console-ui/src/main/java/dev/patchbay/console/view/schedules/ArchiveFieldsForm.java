package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.ArchiveFields;
import java.util.List;
import javafx.scene.layout.VBox;

/** Which events are kept in a file, and where. */
final class ArchiveFieldsForm extends VBox {
  ArchiveFieldsForm(ArchiveFields model, List<String> stores, FieldFaults faults) {
    super(16);
    var period =
        Choice.of(
            "archive-period", ArchiveFields.PERIODS, model.period(), one -> word("period", one));
    var store = Choice.of("archive-store", stores, model.store(), one -> one);
    var path = input("archive-path", model.path());
    getChildren()
        .addAll(
            wrapped(text("archive.words"), "muted"),
            FaultyField.of(faults, ArchiveFields.PERIOD, text("archive.period"), period),
            FaultyField.of(faults, ArchiveFields.STORE, text("schedule.store"), store),
            FaultyField.of(faults, ArchiveFields.PATH, text("schedule.path"), path),
            wrapped(text("archive.pathWords"), "muted"));
  }
}
