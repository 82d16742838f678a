package dev.patchbay.console.view.deliveries;

import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.viewmodel.deliveries.DeliveriesModel;
import dev.patchbay.console.viewmodel.deliveries.DeliveryQuery;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** State tabs with their counts, the query field and its chips, and the jump to a time. */
final class FilterBar extends VBox {
  private static final List<DeliveryState> TABS =
      List.of(
          DeliveryState.PENDING,
          DeliveryState.UNKNOWN,
          DeliveryState.DEAD,
          DeliveryState.DELIVERED,
          DeliveryState.SUPERSEDED,
          DeliveryState.CANCELLED);

  private final DeliveriesModel model;
  private final Command save;
  private final TextField field = new TextField();
  private final FlowPane chips = new FlowPane(6, 6);
  private final List<Label> counts = new ArrayList<>();
  private final Label problem = label("", "problem");

  FilterBar(DeliveriesModel model, Runnable changed, Command save) {
    super(10);
    this.model = model;
    this.save = save;
    getChildren().setAll(tabs(), searchLine(), problem, chips);
    model.query().subscribe(this::showChips);
    model.problems().subscribe(this::showProblems);
    model.query().subscribe(_ -> changed.run());
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  /** Leaves the counts of the tabs out while there is little room. */
  void narrow(boolean narrow) {
    counts.forEach(count -> showIf(count, !narrow));
  }

  private Node tabs() {
    var group = new ToggleGroup();
    var tabs = new HBox(2, tab(null, group));
    for (var state : TABS) {
      tabs.getChildren().add(tab(state, group));
    }
    tabs.getStyleClass().add("tabs");
    return tabs;
  }

  private ToggleButton tab(@Nullable DeliveryState state, ToggleGroup group) {
    var name = state == null ? text("deliveries.all") : word("state", state);
    var count = label("", "tab-count");
    counts.add(count);
    var tab = new ToggleButton(name, count);
    tab.setMinWidth(USE_PREF_SIZE);
    tab.setId("tab-" + (state == null ? "ALL" : state.name()));
    tab.setToggleGroup(group);
    tab.getStyleClass().setAll("toggle-button", "tab-button");
    tab.setContentDisplay(ContentDisplay.RIGHT);
    tab.setAccessibleText(name);
    tab.setOnAction(_ -> model.tab(state));
    model.query().subscribe(query -> tab.setSelected(query.state() == state));
    model.counts().subscribe(counts -> count.setText(count(counts, state)));
    return tab;
  }

  private static String count(@Nullable DeliveryCounts counts, @Nullable DeliveryState state) {
    if (counts == null) {
      return "";
    }
    long count =
        state == null
            ? counts.byState().values().stream().mapToLong(Long::longValue).sum()
            : counts.byState().getOrDefault(state, 0L);
    return shortened(count);
  }

  private static String shortened(long count) {
    return count >= 1_000_000
        ? text("count.millions", count / 1_000_000.0)
        : count >= 100_000 ? text("count.thousands", count / 1000) : text("count.plain", count);
  }

  private Node searchLine() {
    field.setId("query");
    field.setPromptText(text("deliveries.query.prompt"));
    field.setAccessibleText(text("deliveries.query"));
    field.setOnAction(_ -> search());
    HBox.setHgrow(field, Priority.ALWAYS);
    var jump = new TextField();
    jump.setId("jump");
    jump.setPromptText(text("deliveries.jump.prompt"));
    jump.setAccessibleText(text("deliveries.jump"));
    jump.setPrefWidth(190);
    jump.setOnAction(_ -> jump(jump));
    return row(
        8, framed(Feather.SEARCH, field), framed(Feather.CLOCK, jump), Controls.iconButton(save));
  }

  private void jump(TextField time) {
    if (!time.getText().isBlank()) {
      model.jumpTo(time.getText().strip());
      time.clear();
    }
  }

  private static Node framed(Feather icon, TextField field) {
    var frame = new HBox(8, new FontIcon(icon), field);
    frame.setAlignment(Pos.CENTER_LEFT);
    frame.getStyleClass().add("search-box");
    field.getStyleClass().add("bare-field");
    HBox.setHgrow(frame, "query".equals(field.getId()) ? Priority.ALWAYS : Priority.NEVER);
    return frame;
  }

  private void search() {
    if (field.getText().isBlank()) {
      return;
    }
    model.search(field.getText());
    if (model.problems().get().isEmpty()) {
      field.clear();
    }
  }

  private void showProblems(List<String> problems) {
    problem.setText(String.join("\n", problems));
    showIf(problem, !problems.isEmpty());
  }

  private void showChips(DeliveryQuery query) {
    var nodes = new ArrayList<Node>();
    for (var chip : query.chips()) {
      nodes.add(chip(chip));
    }
    if (!nodes.isEmpty()) {
      var clear = new Button(text("deliveries.clearFilters"));
      clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
      clear.setOnAction(_ -> model.show(DeliveryQuery.ALL.withState(model.query().get().state())));
      nodes.add(clear);
    }
    chips.getChildren().setAll(nodes);
    showIf(chips, !nodes.isEmpty());
  }

  private Node chip(DeliveryQuery.Chip chip) {
    var remove = new Button(null, new FontIcon(Feather.X));
    remove.getStyleClass().addAll(Styles.FLAT, "chip-remove");
    Controls.describe(remove, text("deliveries.removeFilter", chip.name()));
    remove.setOnAction(_ -> model.show(model.query().get().without(chip)));
    var drawn =
        row(
            4,
            label(text("filter." + chip.name()), "chip-name"),
            label(chip.value(), "chip-value"),
            remove);
    drawn.getStyleClass().add("chip");
    return drawn;
  }
}
