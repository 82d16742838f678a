package dev.patchbay.console.view.schedules;

import static dev.patchbay.console.view.control.Controls.field;
import static dev.patchbay.console.view.control.Controls.input;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.schedules.AgeFields;
import dev.patchbay.console.viewmodel.schedules.AgeFields.Secret;
import java.util.Locale;
import javafx.scene.layout.VBox;

/** Which secrets are called old, after how many days. */
final class AgeFieldsForm extends VBox {
  AgeFieldsForm(AgeFields model) {
    super(16);
    getChildren().add(wrapped(text("ages.words"), "muted"));
    for (var secret : Secret.values()) {
      var id = "days-" + secret.name().toLowerCase(Locale.ROOT).replace('_', '-');
      getChildren().add(field(text(secret.key()), input(id, model.days(secret))));
    }
  }
}
