package dev.patchbay.console.view.routes;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.viewmodel.Texts.text;

import atlantafx.base.theme.Styles;
import dev.patchbay.console.view.control.Choice;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.viewmodel.routes.EventField;
import dev.patchbay.console.viewmodel.routes.MappingEdits;
import dev.patchbay.console.viewmodel.routes.MappingLine;
import dev.patchbay.console.viewmodel.routes.MappingModel;
import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One column of the sheet: what is mapped to it, as which type, and whether real events fit. */
public final class MappingRow extends HBox {
  /** Place, column, source, type, transforms, personal data, verdict, remove; the source grows. */
  static final double[] WIDTHS = {26, 126, 158, 126, 128, 92, 72, 30};

  private static final int SOURCE = 2;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final MappingModel model;
  private final int index;
  private final Label place = label("", "column-letter");
  private final Label header = label("", "strong");
  private final Label renamed = label("", "muted", "small");
  private final TextField source = new TextField();
  private final ComboBox<CellType> type = new ComboBox<>();
  private final TextField transforms = new TextField();
  private final ComboBox<PiiPolicy> pii = new ComboBox<>();
  private final Label verdict = label("");
  private final Button remove = new Button(null, icon(Feather.X));
  private final Label free = label(text("mapping.dropHere"), "drop-here");
  private @Nullable ColumnMapping mapping;
  private boolean showing;

  MappingRow(MappingModel model, int index) {
    super(8);
    this.model = model;
    this.index = index;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("mapping-row");
    setId("line-" + index);
    setMinHeight(46);
    place.setAlignment(Pos.CENTER);
    var title = column(1, header, renamed);
    title.setAlignment(Pos.CENTER_LEFT);
    header.setMinWidth(0);
    var judged = row(0, verdict);
    getChildren().setAll(place, title, source, free, type, transforms, pii, judged, remove);
    Region[] sized = {place, title, source, type, transforms, pii, judged, remove};
    for (int at = 0; at < sized.length; at++) {
      Controls.fixWidth(sized[at], WIDTHS[at]);
    }
    letGrow(source);
    free.setMinWidth(WIDTHS[SOURCE]);
    letGrow(free);
    wire();
    model.current().subscribe(now -> pseudoClassStateChanged(CURRENT, now.intValue() == index));
    setOnMousePressed(_ -> model.current().set(index));
  }

  private static void letGrow(Region part) {
    part.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(part, Priority.ALWAYS);
  }

  private void wire() {
    type.getItems().setAll(CellType.values());
    type.setConverter(Choice.words("cellType"));
    pii.getItems().setAll(PiiPolicy.values());
    pii.setConverter(Choice.words("pii"));
    source.getStyleClass().add("mono-field");
    transforms.getStyleClass().add("mono-field");
    transforms.setPromptText(text("mapping.transforms.prompt"));
    remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    source.textProperty().subscribe(words -> edited(id -> model.setSource(id, words)));
    transforms.textProperty().subscribe(words -> edited(id -> model.setTransforms(id, words)));
    type.valueProperty().subscribe(chosen -> edited(id -> model.setType(id, chosen)));
    pii.valueProperty().subscribe(chosen -> edited(id -> model.setPii(id, chosen)));
    remove.setOnAction(_ -> edited(model::remove));
    source.focusedProperty().subscribe(this::becomeCurrent);
    transforms.focusedProperty().subscribe(this::becomeCurrent);
    setOnMouseDragEntered(_ -> pseudoClassStateChanged(OVER, true));
    setOnMouseDragExited(_ -> pseudoClassStateChanged(OVER, false));
    setOnMouseDragReleased(this::dropped);
  }

  private void becomeCurrent(boolean focused) {
    if (focused) {
      model.current().set(index);
    }
  }

  private void dropped(MouseDragEvent drop) {
    if (drop.getGestureSource() instanceof ListCell<?> cell
        && cell.getItem() instanceof EventField field) {
      model.map(field, index);
    }
  }

  /** A change of this row's column. */
  private interface Edit {
    void of(String id);
  }

  private void edited(Edit edit) {
    if (!showing && mapping != null) {
      edit.of(mapping.id());
    }
  }

  /** Shows a line; what the person is typing in is left alone. */
  void show(MappingLine line) {
    showing = true;
    mapping = line.mapping();
    place.setText(line.place().isEmpty() ? "+" : line.place());
    header.setText(line.header());
    showRenamed(line.renamedFrom());
    boolean mapped = mapping != null;
    for (var part : new Node[] {source, type, transforms, pii, verdict, remove}) {
      showIf(part, mapped);
    }
    showIf(free, !mapped);
    if (mapping != null) {
      fill(mapping);
    }
    judge(line.verdict());
    name(line.header());
    showing = false;
  }

  private void showRenamed(@Nullable String before) {
    showIf(renamed, before != null);
    renamed.setText(before == null ? "" : text("mapping.renamed", before));
  }

  private void fill(ColumnMapping shown) {
    keep(source, MappingEdits.sourceText(shown), source.getText());
    var written = String.join(", ", shown.transforms());
    if (!transforms.isFocused()) {
      transforms.setText(written);
    }
    type.setValue(shown.type());
    pii.setValue(shown.pii());
  }

  private static void keep(TextField field, String value, String typed) {
    if (!field.isFocused() && !value.equals(typed)) {
      field.setText(value);
    }
  }

  private void judge(MappingLine.Verdict found) {
    verdict.getStyleClass().setAll("label", "pill", found.failing() > 0 ? "bad" : "good");
    verdict.setText(
        found.failing() > 0
            ? text("mapping.failing", found.failing())
            : text("mapping.fitting", found.fitting()));
    var error = found.firstError();
    verdict.setTooltip(error == null ? null : new Tooltip(error));
    if (found.equals(MappingLine.Verdict.NONE)) {
      showIf(verdict, false);
    }
  }

  private void name(String column) {
    source.setAccessibleText(text("mapping.sourceOf", column));
    type.setAccessibleText(text("mapping.typeOf", column));
    transforms.setAccessibleText(text("mapping.transformsOf", column));
    pii.setAccessibleText(text("mapping.piiOf", column));
    Controls.describe(remove, text("mapping.removeOf", column));
  }

  /** The heads of the columns. */
  static Node heads() {
    var heads = new HBox(8);
    heads.getStyleClass().add("mapping-heads");
    String[] keys = {"place", "header", "source", "type", "transforms", "pii", "verdict"};
    for (int at = 0; at < keys.length; at++) {
      var head = label(text("mapping.head." + keys[at]), "muted", "small");
      Controls.fixWidth(head, WIDTHS[at]);
      if (at == SOURCE) {
        letGrow(head);
      }
      heads.getChildren().add(head);
    }
    var overRemove = new Region();
    Controls.fixWidth(overRemove, WIDTHS[keys.length]);
    heads.getChildren().add(overRemove);
    return heads;
  }

  /** A stack of rows that is reused, so that typing keeps its place. */
  static VBox stack(MappingModel model) {
    var rows = new VBox();
    model
        .lines()
        .subscribe(
            lines -> {
              while (rows.getChildren().size() > lines.size()) {
                rows.getChildren().removeLast();
              }
              for (int at = 0; at < lines.size(); at++) {
                if (at == rows.getChildren().size()) {
                  rows.getChildren().add(new MappingRow(model, at));
                }
                ((MappingRow) rows.getChildren().get(at)).show(lines.get(at));
              }
            });
    return rows;
  }
}
