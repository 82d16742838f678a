package dev.patchbay.console.view.datasets;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.problem;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.viewmodel.datasets.FieldLine;
import dev.patchbay.console.viewmodel.datasets.PolicyModel;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.route.PiiPolicy;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Each field of a dataset: what it tells of people, and what of a row one caller is shown. */
final class EffectTable extends GridPane {
  private static final double CLASS_WIDTH = 116;
  private static final double SHOW_WIDTH = 58;

  private final PolicyModel model;
  private final List<Runnable> effects = new ArrayList<>();

  EffectTable(PolicyModel model) {
    super(12, 8);
    this.model = model;
    setId("effect");
    getColumnConstraints()
        .setAll(growing(100), fixed(CLASS_WIDTH), growing(80), fixed(SHOW_WIDTH), growing(80));
    model.edits().fields().subscribe(this::show);
    model.edits().draft().subscribe(_ -> tell());
    model.seenBy().subscribe(_ -> tell());
  }

  private static ColumnConstraints growing(double least) {
    var wide = new ColumnConstraints();
    wide.setMinWidth(least);
    wide.setPrefWidth(least);
    wide.setHgrow(Priority.ALWAYS);
    return wide;
  }

  private static ColumnConstraints fixed(double width) {
    return new ColumnConstraints(width);
  }

  private void show(List<FieldLine> fields) {
    getChildren().clear();
    effects.clear();
    addRow(
        0,
        head("policy.head.field"),
        head("policy.head.class"),
        head("policy.head.stored"),
        head("policy.head.show"),
        head("policy.head.shown"));
    for (int line = 0; line < fields.size(); line++) {
      add(fields.get(line), line + 1);
    }
    tell();
  }

  private static Label head(String key) {
    return label(text(key), "muted", "small");
  }

  private void add(FieldLine line, int row) {
    var stored = cut("muted");
    var pill = new Pill();
    var shown = cut("cell-value");
    addRow(row, name(line), choice(line), stored, pill, shown);
    effects.add(
        () -> {
          var effect = model.effect(line);
          stored.setText(effect.stored());
          pill.show(word("pii", effect.show()), tone(effect.show()));
          boolean nothing = effect.shown().isEmpty() && !effect.stored().isEmpty();
          shown.setText(nothing ? text("policy.nothing") : effect.shown());
        });
  }

  private static Label cut(String style) {
    var cut = label("", style);
    cut.setMinWidth(0);
    var whole = new Tooltip();
    whole.textProperty().bind(cut.textProperty());
    cut.setTooltip(whole);
    return cut;
  }

  private static Node name(FieldLine line) {
    var field = line.field();
    var name = wrapped(field.header(), "strong");
    name.setId("field-" + field.id());
    var problem = problem(line.problem(), "small");
    var words = column(1, name, problem);
    words.setAlignment(Pos.CENTER_LEFT);
    return words;
  }

  private static ComboBox<PiiClass> choice(FieldLine line) {
    var choice =
        Choice.of(
            "class-" + line.field().id(),
            List.of(PiiClass.values()),
            line.pii(),
            one -> word("piiClass", one));
    choice.setAccessibleText(text("policy.classOf", line.field().header()));
    return choice;
  }

  private void tell() {
    effects.forEach(Runnable::run);
  }

  private static String tone(PiiPolicy show) {
    return switch (show) {
      case ALLOW -> "calm";
      case MASK, HASH -> "warn";
      case DROP -> "bad";
    };
  }
}
