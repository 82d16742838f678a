package dev.patchbay.console.view.imports;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.field;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.viewmodel.imports.ImportFormModel;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What shall become of a file. */
final class ImportForm extends VBox {
  private final ImportFormModel model;

  ImportForm(ImportFormModel model, BooleanBinding allowed, Runnable close) {
    super(16);
    this.model = model;
    var problem = problem(model.problem());
    problem.setId("import-problem");
    getChildren()
        .setAll(
            wrapped(String.valueOf(model.file().getFileName()), "strong"),
            field(
                text("import.service"),
                Choice.of(
                    "import-service", model.choices().services(), model.service(), one -> one)),
            field(
                text("import.profile"),
                Choice.among(
                    "import-profile",
                    model.profileNames(),
                    model.profile(),
                    one -> one.isEmpty() ? text("import.byHeader") : one)),
            encoding(),
            new ImportLines(model),
            field(text("import.saveAs"), saveAs()),
            check("only-check", text("import.onlyCheck"), model.onlyCheck()),
            check("all-or-nothing", text("import.allOrNothing"), model.allOrNothing()),
            problem,
            actions(allowed, close));
  }

  private Node encoding() {
    var choice =
        Choice.of(
            "import-encoding",
            model.encodings(),
            model.encoding(),
            one -> one.isEmpty() ? text("import.detected") : one);
    var field =
        column(
            4, field(text("import.encoding"), choice), wrapped(model.readAs(), "muted", "small"));
    showIf(field, model.isText());
    return field;
  }

  private TextField saveAs() {
    var name = new TextField();
    name.setId("save-as");
    name.setPromptText(text("import.saveAs.prompt"));
    name.textProperty().bindBidirectional(model.saveAs());
    return name;
  }

  private static CheckBox check(String id, String words, BooleanProperty value) {
    var check = new CheckBox(words);
    check.setId(id);
    check.setWrapText(true);
    check.selectedProperty().bindBidirectional(value);
    return check;
  }

  private Node actions(BooleanBinding allowed, Runnable close) {
    var cancel = new Button(text("dialog.close"));
    cancel.setOnAction(_ -> close.run());
    var start = new Button();
    start.setId("start-import");
    start
        .textProperty()
        .bind(
            model.onlyCheck().map(only -> text(only ? "import.startCheck" : "import.startImport")));
    start.getStyleClass().add(Styles.ACCENT);
    start.disableProperty().bind(allowed.not().or(model.busy()));
    start.setOnAction(_ -> model.start());
    return row(8, grow(), cancel, start);
  }
}
