package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.field;
import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.ImportFields;
import dev.patchbay.model.job.FolderImport.Afterwards;
import java.util.List;
import javafx.scene.layout.VBox;

/** Which files are imported, and what becomes of them. */
final class ImportFieldsForm extends VBox {
  ImportFieldsForm(ImportFields model, List<String> stores, FieldFaults faults) {
    super(16);
    var afterwards =
        Choice.of(
            "afterwards",
            List.of(Afterwards.values()),
            model.afterwards(),
            one -> word("afterwards", one));
    getChildren()
        .addAll(
            FaultyField.of(
                faults,
                ImportFields.STORE,
                text("schedule.from"),
                Choice.of("from", stores, model.store(), one -> one)),
            field(text("schedule.folder"), input("folder", model.folder())),
            FaultyField.of(
                faults,
                "/import/pattern",
                text("schedule.pattern"),
                input("pattern", model.pattern())),
            field(text("schedule.profile"), input("profile", model.profile())),
            FaultyField.of(
                faults,
                "/import/encoding",
                text("import.encoding"),
                Choice.of(
                    "encoding",
                    model.encodings(),
                    model.encoding(),
                    one -> one.isEmpty() ? text("import.detected") : one)),
            field(text("schedule.afterwards"), afterwards));
  }
}
