package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.grow;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.routes.EventField;
import dev.patchbay.console.viewmodel.routes.MappingModel;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the event: drag one to a column, double-click it, or press Enter on it. */
final class FieldList extends VBox {
  private final MappingModel model;
  private final TextField search = new TextField();
  private final ListView<EventField> fields = new ListView<>();

  FieldList(MappingModel model) {
    super(10);
    this.model = model;
    fields.setId("fields");
    fields.setAccessibleText(text("mapping.fields"));
    fields.setFixedCellSize(46);
    fields.setCellFactory(_ -> new FieldCell());
    fields.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            mapSelected();
            event.consume();
          }
        });
    VBox.setVgrow(fields, Priority.ALWAYS);
    search.setId("field-search");
    search.setPromptText(text("mapping.searchFields"));
    search.setAccessibleText(text("mapping.searchFields"));
    search.getStyleClass().add("bare-field");
    search.textProperty().subscribe(_ -> show());
    search.setOnAction(_ -> focus());
    HBox.setHgrow(search, Priority.ALWAYS);
    var box = row(8, icon(Feather.SEARCH), search);
    box.getStyleClass().add("search-box");
    getChildren().setAll(label(text("mapping.fields"), "section-title"), box, fields);
    getStyleClass().add("field-list");
    model.fields().subscribe(_ -> show());
  }

  void focus() {
    fields.requestFocus();
    if (fields.getSelectionModel().isEmpty()) {
      fields.getSelectionModel().select(0);
    }
  }

  private void show() {
    var wanted = search.getText().toLowerCase(Locale.ROOT);
    List<EventField> found =
        model.fields().get().stream()
            .filter(field -> field.pointer().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    fields.getItems().setAll(found);
  }

  private void mapSelected() {
    var field = fields.getSelectionModel().getSelectedItem();
    if (field != null) {
      model.map(field);
    }
  }

  /** A field with its type and its value in a real event. */
  private final class FieldCell extends ListCell<EventField> {
    FieldCell() {
      setPrefWidth(0); // as wide as the list, never wider
      setOnMouseClicked(
          click -> {
            if (click.getClickCount() == 2 && getItem() != null) {
              model.map(getItem());
            }
          });
      setOnDragDetected(
          _ -> {
            if (getItem() != null) {
              startFullDrag();
            }
          });
    }

    @Override
    protected void updateItem(@Nullable EventField field, boolean empty) {
      super.updateItem(field, empty);
      setUserData(field);
      setGraphic(field == null || empty ? null : drawn(field));
      var about = field == null ? null : field.description();
      setTooltip(about == null ? null : new Tooltip(about));
    }

    private Node drawn(EventField field) {
      var name = label(field.name(), "strong");
      name.setMinWidth(0);
      var sample = field.sample();
      var value = label(sample == null ? text("mapping.noSample") : sample, "muted", "small");
      value.setMinWidth(0);
      var type = label(field.type(), "type-tag");
      type.setMinWidth(USE_PREF_SIZE);
      var words = column(1, name, value);
      words.setMinWidth(0);
      words.setMaxWidth(150);
      return row(8, icon(sign(field.type()), "muted-icon"), words, grow(), type);
    }
  }

  private static Feather sign(String type) {
    return switch (type) {
      case "integer", "number" -> Feather.HASH;
      case "boolean" -> Feather.TOGGLE_LEFT;
      case "date", "date-time" -> Feather.CALENDAR;
      case "uri" -> Feather.LINK;
      case "array" -> Feather.LIST;
      default -> Feather.TYPE;
    };
  }
}
