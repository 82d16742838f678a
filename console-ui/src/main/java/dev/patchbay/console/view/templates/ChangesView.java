package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.viewmodel.ChangeKind;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.templates.TemplateModel;
import dev.patchbay.console.viewmodel.templates.TemplateModel.Compared;
import dev.patchbay.model.template.TemplateDiff;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How the version that is looked at differs from another. */
final class ChangesView extends StackPane {
  private final TemplateModel model;
  private final VBox content = new VBox(16);

  ChangesView(TemplateModel model) {
    this.model = model;
    content.getStyleClass().add("policy-body");
    getChildren().setAll(TemplateScreen.inCard(content));
    model.compared().subscribe(this::show);
  }

  private void show(Compared compared) {
    content
        .getChildren()
        .setAll(
            switch (compared) {
              case Compared.Nothing() -> List.of(wrapped(text("template.noOther"), "muted"));
              case Compared.Asking() -> List.of(Placeholder.loading());
              case Compared.Failed(var failure) ->
                  List.of(wrapped(Notice.sentence(failure), "problem"));
              case Compared.Known(var diff) -> List.of(others(diff), changes(diff));
            });
  }

  private Node others(TemplateDiff diff) {
    var others = new FlowPane(8, 8);
    for (var other : model.others()) {
      var button = Controls.small(new Button(text("template.version", other)));
      button.setId("compare-" + other);
      button.setAccessibleText(text("template.compareWith", diff.to(), other));
      button.setDisable(other == diff.from());
      button.setOnAction(_ -> model.compareWith(other));
      others.getChildren().add(button);
    }
    var line = row(10, label(text("template.others"), "muted"), others);
    showIf(line, others.getChildren().size() > 1);
    var title = text("template.compared", diff.to(), diff.from());
    return column(10, label(title, "section-title"), line);
  }

  /** What one version uses and the other does not. */
  static Node changes(TemplateDiff diff) {
    var lines = new VBox(8);
    add(lines, ChangeKind.ADDED, "template.variable", diff.added());
    add(lines, ChangeKind.REMOVED, "template.variable", diff.removed());
    add(lines, ChangeKind.ADDED, "template.font", diff.fontsAdded());
    add(lines, ChangeKind.REMOVED, "template.font", diff.fontsRemoved());
    if (lines.getChildren().isEmpty()) {
      lines.getChildren().add(wrapped(text("template.sameVariables"), "muted"));
    }
    return lines;
  }

  private static void add(VBox lines, ChangeKind kind, String what, List<String> names) {
    for (var name : names) {
      var pill = Pill.of(kind);
      Controls.fixWidth(pill, 78);
      var sort = label(text(what), "muted");
      Controls.fixWidth(sort, 70);
      lines.getChildren().add(row(10, pill, sort, wrapped(name, "mono")));
    }
  }
}
