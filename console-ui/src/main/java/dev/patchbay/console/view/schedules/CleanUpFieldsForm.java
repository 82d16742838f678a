package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.field;
import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.schedules.CleanUpFields;
import dev.patchbay.console.viewmodel.schedules.CleanUpFields.Thing;
import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** What is removed after how many days. */
final class CleanUpFieldsForm extends VBox {
  CleanUpFieldsForm(CleanUpFields model) {
    super(16);
    getChildren().add(wrapped(text("cleanUp.words"), "muted"));
    for (var thing : Thing.values()) {
      var id = "days-" + thing.name().toLowerCase(Locale.ROOT).replace('_', '-');
      getChildren().add(field(text(thing.key()), input(id, model.days(thing))));
    }
    var dryRun = new CheckBox(text("cleanUp.dryRun"));
    dryRun.setId("dry-run");
    dryRun.selectedProperty().bindBidirectional(model.dryRun());
    getChildren().add(dryRun);
  }
}
