package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.routes.NewRouteModel;
import dev.patchbay.model.connector.ConnectorView;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Asks for what a new route needs before its columns can be mapped. */
final class NewRouteDialog extends VBox {
  private final NewRouteModel model;
  private final TextField name;
  private final VBox target = new VBox(14);

  NewRouteDialog(NewRouteModel model, ShellFrame frame) {
    this.model = model;
    this.name = typed("route-name", model.name());
    getStyleClass().add("dialog");
    setId("new-route");
    setMaxSize(520, USE_PREF_SIZE);
    var problem = problem(model.problem());
    getChildren()
        .setAll(
            label(text("newRoute.title"), "dialog-title"),
            wrapped(text("newRoute.text"), "muted"),
            fields(),
            problem,
            actions(frame));
    model.connector().subscribe(_ -> showTarget());
    model.choices().subscribe(_ -> showTarget());
  }

  private Node fields() {
    return column(
        14,
        Controls.field(text("newRoute.name"), name),
        Controls.field(
            text("newRoute.eventType"),
            chosen(model.eventType(), NewRouteModel.Choices::eventTypes)),
        Controls.field(text("newRoute.key"), typed("route-key", model.key())),
        Controls.field(
            text("newRoute.connector"), chosen(model.connector(), NewRouteDialog::names)),
        target);
  }

  private static List<String> names(NewRouteModel.Choices choices) {
    return choices.connectors().stream().map(ConnectorView::name).toList();
  }

  private static TextField typed(String id, StringProperty value) {
    var field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private ComboBox<String> chosen(
      StringProperty value, Function<NewRouteModel.Choices, List<String>> items) {
    var choice = new ComboBox<String>();
    model.choices().subscribe(choices -> choice.getItems().setAll(items.apply(choices)));
    choice.valueProperty().bindBidirectional(value);
    return choice;
  }

  private void showTarget() {
    target
        .getChildren()
        .setAll(
            model.choices().get().targetSettings(model.connector().get()).stream()
                .map(
                    field ->
                        Controls.field(
                            field.label(),
                            typed("target-" + field.name(), model.target(field.name()))))
                .toList());
  }

  private Node actions(ShellFrame frame) {
    var cancel = new Button(text("dialog.close"));
    cancel.setOnAction(_ -> frame.closeOverlay());
    var create = new Button(text("newRoute.create"));
    create.setId("create-route");
    create.getStyleClass().add(Styles.ACCENT);
    create.setDefaultButton(true);
    create.setOnAction(_ -> model.create());
    var actions = row(8, cancel, create);
    actions.setAlignment(Pos.CENTER_RIGHT);
    return actions;
  }

  @Override
  public void requestFocus() {
    name.requestFocus();
  }
}
