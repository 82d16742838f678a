package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.viewmodel.routes.MappingLine;
import dev.patchbay.console.viewmodel.routes.MappingModel;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.Preview;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Real events as the rows they would become; a value that does not fit says why. */
final class PreviewTable extends TableView<Preview.Row> {
  private List<String> shownColumns = List.of();

  PreviewTable(MappingModel model) {
    setId("preview");
    setAccessibleText(text("mapping.preview"));
    setFixedCellSize(32);
    setPlaceholder(label(text("loading"), "muted"));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            event.consume();
          }
        });
    model.preview().subscribe(preview -> show(preview, model.lines().get()));
  }

  private void show(@Nullable Preview preview, List<MappingLine> lines) {
    if (preview != null) {
      setPlaceholder(label(text("mapping.noPreview"), "muted"));
      showColumns(lines);
      getItems().setAll(preview.rows());
    }
  }

  private void showColumns(List<MappingLine> lines) {
    var wanted =
        lines.stream()
            .map(MappingLine::mapping)
            .filter(mapping -> mapping != null)
            .map(mapping -> mapping.id() + " " + mapping.header())
            .toList();
    if (!wanted.equals(shownColumns)) {
      shownColumns = wanted;
      getColumns().clear();
      lines.forEach(this::addColumn);
    }
  }

  private void addColumn(MappingLine line) {
    var mapping = line.mapping();
    if (mapping != null) {
      var column = new TableColumn<Preview.Row, Preview.Cell>(line.header());
      column.setSortable(false);
      column.setReorderable(false);
      column.setPrefWidth(width(mapping));
      column.setCellValueFactory(
          row -> new ReadOnlyObjectWrapper<>(cell(row.getValue(), mapping.id())));
      column.setCellFactory(_ -> new ValueCell());
      getColumns().add(column);
    }
  }

  private static double width(ColumnMapping mapping) {
    return switch (mapping.type()) {
      case DATE_TIME -> 176;
      case BOOLEAN, INTEGER, DECIMAL, MONEY -> 110;
      case TEXT, DATE, LINK -> 140;
    };
  }

  private static Preview.@Nullable Cell cell(Preview.Row row, String column) {
    return row.cells().stream().filter(one -> one.column().equals(column)).findFirst().orElse(null);
  }

  /** One value, or why there is none. */
  private static final class ValueCell extends TableCell<Preview.Row, Preview.Cell> {
    @Override
    protected void updateItem(Preview.@Nullable Cell cell, boolean empty) {
      super.updateItem(cell, empty);
      getStyleClass().removeAll("bad-cell", "quiet-cell");
      setText(null);
      setTooltip(null);
      if (cell != null && !empty) {
        show(cell.text(), cell.error());
      }
    }

    private void show(@Nullable String value, @Nullable String error) {
      if (error != null) {
        getStyleClass().add("bad-cell");
        setText(error);
        setTooltip(new Tooltip(error));
      } else if (value == null) {
        getStyleClass().add("quiet-cell");
        setText(text("delivery.untouched"));
      } else {
        setText(value.isEmpty() ? text("delivery.cleared") : value);
      }
    }
  }
}
