package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.WorkbookFields;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** Which workbook rows are put into, and where in it. */
final class WorkbookFieldsForm extends VBox {
  WorkbookFieldsForm(WorkbookFields model, FieldFaults faults) {
    super(16);
    var names = new ArrayList<>(List.of(""));
    names.addAll(model.templates());
    var template =
        Choice.of(
            "workbook-template",
            names,
            model.template(),
            one -> one.isEmpty() ? text("schedule.noWorkbook") : one);
    var version = Choice.among("workbook-version", model.versions(), model.version(), model::words);
    var place = input("workbook-place", model.place());
    var chosen =
        new VBox(
            16,
            FaultyField.of(faults, WorkbookFields.VERSION, text("schedule.version"), version),
            FaultyField.of(faults, WorkbookFields.PLACE, text("schedule.place"), place),
            wrapped(text("schedule.placeWords"), "muted"));
    model.template().subscribe(one -> showIf(chosen, !one.isEmpty()));
    getChildren()
        .addAll(
            FaultyField.of(faults, WorkbookFields.TEMPLATE, text("schedule.workbook"), template),
            chosen);
  }
}
