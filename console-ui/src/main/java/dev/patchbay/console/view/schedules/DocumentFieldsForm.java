package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.DocumentFields;
import dev.patchbay.model.job.DocumentOrder.Each;
import java.util.List;
import javafx.scene.layout.VBox;

/** Of which template documents are made, and what becomes one. */
final class DocumentFieldsForm extends VBox {
  DocumentFieldsForm(DocumentFields model, FieldFaults faults) {
    super(16);
    var names = model.templates();
    var template = Choice.of("document-template", names, model.template(), one -> one);
    var version = Choice.among("document-version", model.versions(), model.version(), model::words);
    var each =
        Choice.of(
            "document-each",
            List.of(Each.values()),
            model.each(),
            one -> word("documentEach", one));
    var none = wrapped(text("schedule.noTemplates"), "muted");
    showIf(none, names.isEmpty());
    var words = wrapped("", "muted");
    model.each().subscribe(one -> words.setText(word("documentEachWords", one)));
    getChildren()
        .addAll(
            FaultyField.of(faults, DocumentFields.TEMPLATE, text("schedule.template"), template),
            none,
            FaultyField.of(faults, DocumentFields.VERSION, text("schedule.version"), version),
            Controls.field(text("schedule.each"), each),
            words);
  }
}
