package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.FaultyField;
import dev.patchbay.console.viewmodel.FieldFaults;
import dev.patchbay.console.viewmodel.schedules.ReconcileFields;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** Whose rows are compared, and whether they are mended. */
final class ReconcileFieldsForm extends VBox {
  ReconcileFieldsForm(ReconcileFields model, List<String> routes, FieldFaults faults) {
    super(16);
    var repair = new CheckBox(text("schedule.repair"));
    repair.setId("repair");
    repair.selectedProperty().bindBidirectional(model.repair());
    getChildren()
        .addAll(
            FaultyField.of(
                faults,
                ReconcileFields.ROUTE,
                text("schedule.route"),
                Choice.of("route", routes, model.route(), one -> one)),
            repair,
            wrapped(text("schedule.repairWords"), "muted"));
  }
}
