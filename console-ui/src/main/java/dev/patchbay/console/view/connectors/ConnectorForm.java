package dev.patchbay.console.view.connectors;

import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.viewmodel.connectors.ConnectorFormModel;
import dev.patchbay.model.connector.ConnectorTypeView;
import dev.patchbay.model.plugin.SettingField;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** Settings of a connector; a secret shows only whether it is set. */
final class ConnectorForm extends VBox {
  private final ConnectorFormModel model;
  private final VBox settings = new VBox(16);

  ConnectorForm(ConnectorFormModel model, BooleanBinding allowed, Runnable close) {
    super(16);
    this.model = model;
    var name = new TextField();
    name.setId("connector-name");
    name.textProperty().bindBidirectional(model.name());
    name.setDisable(!model.isNew());
    var enabled = new CheckBox(text("connector.enabled"));
    enabled.selectedProperty().bindBidirectional(model.enabled());
    var problem = problem(model.problem());
    problem.setId("connector-problem");
    getChildren()
        .setAll(
            Controls.field(text("connector.name"), name),
            Controls.field(text("connector.type"), types()),
            settings,
            enabled,
            problem,
            actions(allowed, close));
    model.type().subscribe(this::showSettings);
  }

  private ComboBox<ConnectorTypeView> types() {
    var choice = Choice.of("connector-type", model.types(), model.type(), ConnectorTypeView::label);
    choice.setDisable(!model.isNew());
    return choice;
  }

  private void showSettings(ConnectorTypeView type) {
    settings.getChildren().setAll(type.settings().stream().map(this::setting).toList());
  }

  private Node setting(SettingField field) {
    var input = input(field);
    input.setId("setting-" + field.name());
    input.textProperty().bindBidirectional(model.value(field.name()));
    input.setAccessibleText(field.label());
    var name = label(field.label(), "field-name");
    name.setLabelFor(input);
    var head = row(8, name, grow());
    if (field.secret()) {
      input.setPromptText(text(model.isSet(field) ? "connector.replace" : "connector.enter"));
      head.getChildren().add(setOrNot(field));
    }
    var drawn = new VBox(5, head, input);
    var help = field.help();
    if (help != null) {
      drawn.getChildren().add(wrapped(help, "muted", "small"));
    }
    return drawn;
  }

  private Pill setOrNot(SettingField secret) {
    boolean set = model.isSet(secret);
    return new Pill().show(text(set ? "connector.set" : "connector.notSet"), set ? "good" : "warn");
  }

  private static TextInputControl input(SettingField field) {
    if (field.kind() == SettingField.Kind.MULTILINE) {
      var area = new TextArea();
      area.setPrefRowCount(5);
      area.setWrapText(true);
      area.getStyleClass().add("mono-field");
      return area;
    }
    return field.secret() ? new PasswordField() : new TextField();
  }

  private Node actions(BooleanBinding allowed, Runnable close) {
    var cancel = new Button(text("dialog.close"));
    cancel.setOnAction(_ -> close.run());
    var save = new Button(text(model.isNew() ? "connector.create" : "connector.save"));
    save.setId("save-connector");
    save.getStyleClass().add(Styles.ACCENT);
    save.disableProperty().bind(allowed.not().or(model.busy()));
    save.setOnAction(_ -> model.save());
    return row(8, grow(), cancel, save);
  }
}
