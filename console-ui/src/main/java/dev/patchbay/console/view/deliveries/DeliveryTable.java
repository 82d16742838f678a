package dev.patchbay.console.view.deliveries;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.viewmodel.Slot;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.deliveries.DeliveriesModel;
import dev.patchbay.model.delivery.DeliverySummary;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The table of deliveries. Its rows come from slots that fill later, so a row never costs a
 * list-change event; "select all" never reaches the table, whose own takes seconds on a million
 * rows.
 */
public final class DeliveryTable extends TableView<Slot<DeliverySummary>> {
  private static final KeyCombination SELECT_ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private static final Set<String> SAID_BY_PANE =
      Set.of("column-target", "column-route", "column-tries");

  private final DeliveriesModel model;
  private final Supplier<Instant> now;
  private Subscription toOpen = Subscription.EMPTY;

  DeliveryTable(DeliveriesModel model, Supplier<Instant> now) {
    this.model = model;
    this.now = now;
    setId("deliveries");
    setAccessibleText(text("deliveries.title"));
    setFixedCellSize(36);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    addColumns();
    itemsProperty().bind(model.rows());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keepSelectAllOut);
    getSelectionModel().selectedItemProperty().subscribe(this::selected);
    skinProperty()
        .subscribe(
            skin -> {
              if (skin != null) {
                watchScroll();
              }
            });
    model.rows().subscribe(_ -> backToTop());
  }

  private void addColumns() {
    var choice = column("choice", 36, ChoiceCell::new);
    choice.setVisible(false);
    getColumns().add(choice);
    model.selection().subscribe(chosen -> showChoice(choice, chosen != null));
    getColumns().add(column("status", 104, StatusCell::new));
    getColumns().add(column("accepted", 158, () -> new WordCell("mono-cell", this::accepted)));
    getColumns().add(column("key", 124, () -> new WordCell("strong-cell", DeliverySummary::key)));
    getColumns().add(column("route", 142, () -> new WordCell("", DeliverySummary::route)));
    getColumns()
        .add(column("target", 240, () -> new WordCell("muted-cell", DeliverySummary::target)));
    getColumns().add(column("tries", 60, () -> new WordCell("number-cell", DeliveryTable::tries)));
    getColumns().add(column("detail", 260, () -> new WordCell("muted-cell", this::detail)));
  }

  private void showChoice(TableColumn<?, ?> choice, boolean wanted) {
    choice.setVisible(wanted);
    refresh();
  }

  /** Leaves the current row out of what is chosen, or takes it in again. */
  void toggleCurrent() {
    var slot = getSelectionModel().getSelectedItem();
    var row = slot == null ? null : slot.get();
    if (row != null) {
      model.toggle(row.id());
    }
  }

  private TableColumn<Slot<DeliverySummary>, DeliverySummary> column(
      String key, double width, Supplier<DeliveryCell> cell) {
    var column = new TableColumn<Slot<DeliverySummary>, DeliverySummary>();
    column.setText(text("deliveries.column." + key));
    column.setId("column-" + key);
    column.setSortable(false);
    column.setReorderable(false);
    column.setPrefWidth(width);
    column.setMinWidth(key.equals("detail") ? 120 : width);
    if (!key.equals("detail")) {
      column.setMaxWidth(width);
    }
    column.setCellValueFactory(row -> row.getValue().value());
    column.setCellFactory(_ -> cell.get());
    return column;
  }

  private String accepted(DeliverySummary row) {
    return When.stamp(row.acceptedAt());
  }

  private static String tries(DeliverySummary row) {
    return row.tries() == 0 ? "–" : Integer.toString(row.tries());
  }

  private String detail(DeliverySummary row) {
    var held = row.heldBy();
    var cause = row.cause();
    var next = row.nextAttemptAt();
    if (held != null) {
      return held;
    }
    if (next != null && cause != null) {
      return text("deliveries.nextAndCause", When.until(next, now.get()), cause);
    }
    return cause == null ? "" : cause;
  }

  private void keepSelectAllOut(KeyEvent event) {
    if (SELECT_ALL.match(event)) {
      model.selectAll();
      event.consume();
    }
  }

  private void selected(@Nullable Slot<DeliverySummary> slot) {
    toOpen.unsubscribe();
    var row = slot == null ? null : slot.get();
    if (row != null) {
      model.delivery().open(row.id());
    } else if (slot != null) {
      toOpen = slot.value().subscribe(this::open);
    }
    pin();
  }

  /** A row that is still on its way is opened when it arrives. */
  private void open(@Nullable DeliverySummary row) {
    if (row != null) {
      toOpen.unsubscribe();
      model.delivery().open(row.id());
    }
  }

  private void watchScroll() {
    for (var node : lookupAll(".scroll-bar:vertical")) {
      if (node instanceof ScrollBar bar) {
        bar.valueProperty().subscribe(this::pin);
      }
    }
  }

  private void pin() {
    boolean scrolled =
        lookup(".scroll-bar:vertical") instanceof ScrollBar bar
            && bar.isVisible()
            && bar.getValue() > 0;
    model.pinned().set(scrolled || !getSelectionModel().isEmpty());
  }

  /** Leaves room for the side pane: what the pane says is not said twice. */
  void narrow(boolean narrow) {
    for (var column : getColumns()) {
      if (SAID_BY_PANE.contains(String.valueOf(column.getId()))) {
        column.setVisible(!narrow);
      }
    }
  }

  void backToTop() {
    getSelectionModel().clearSelection();
    scrollTo(0);
    pin();
  }

  /** Moves the selection by rows, as j and k do. */
  void step(int rows) {
    int at = getSelectionModel().getSelectedIndex();
    int next = Math.clamp((long) at + rows, 0, Math.max(0, getItems().size() - 1));
    if (!getItems().isEmpty()) {
      getSelectionModel().clearAndSelect(next);
      scrollTo(Math.max(0, next - 6));
      requestFocus();
    }
  }

  /** A cell that shows a part of a row, or a grey bar while the row is on its way. */
  private abstract static class DeliveryCell
      extends TableCell<Slot<DeliverySummary>, DeliverySummary> {
    @Override
    protected void updateItem(@Nullable DeliverySummary row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      setGraphic(null);
      if (!empty && row != null) {
        show(row);
      } else if (!empty) {
        setText("·  ·  ·");
      }
    }

    abstract void show(DeliverySummary row);
  }

  /** Whether the row is among those chosen; a click changes it and does not open the row. */
  private final class ChoiceCell extends DeliveryCell {
    ChoiceCell() {
      addEventFilter(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
      setOnMouseClicked(
          _ -> {
            if (getItem() != null) {
              model.toggle(getItem().id());
            }
          });
    }

    @Override
    void show(DeliverySummary row) {
      boolean chosen = model.chosen().has(row.id());
      setGraphic(
          Controls.icon(
              chosen ? Feather.CHECK_SQUARE : Feather.SQUARE, chosen ? "chosen" : "left-out"));
      setAccessibleText(text(chosen ? "deliveries.selected" : "deliveries.leftOut"));
    }
  }

  private static final class StatusCell extends DeliveryCell {
    private final Pill pill = new Pill();

    @Override
    void show(DeliverySummary row) {
      setGraphic(pill.delivery(row));
    }
  }

  private static final class WordCell extends DeliveryCell {
    private final Function<DeliverySummary, String> words;

    WordCell(String style, Function<DeliverySummary, String> words) {
      this.words = words;
      getStyleClass().add(style);
    }

    @Override
    void show(DeliverySummary row) {
      setText(words.apply(row));
    }
  }
}
