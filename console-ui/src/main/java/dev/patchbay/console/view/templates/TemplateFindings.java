package dev.patchbay.console.view.templates;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.model.template.TemplateCheck;
import dev.patchbay.model.template.TemplateProblem;
import dev.patchbay.model.template.TemplateVariable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is found in the file of a template: faults with their places, variables, fonts. */
final class TemplateFindings {
  private TemplateFindings() {}

  /**
   * All of it, what stands against using the file first.
   *
   * @param contract type of the events that it is filled in with, empty for none
   */
  static List<Node> of(TemplateCheck check, String contract) {
    var parts = new ArrayList<Node>();
    parts.add(verdict(check, contract));
    if (!check.problems().isEmpty()) {
      parts.add(problems(check.problems()));
    }
    if (!check.variables().isEmpty()) {
      var unknown = contract.isEmpty() ? null : check.unknown();
      parts.add(section("template.variables", variables(check.variables(), unknown)));
    }
    parts.add(section("template.fonts", fonts(check)));
    return parts;
  }

  private static Node verdict(TemplateCheck check, String contract) {
    if (!check.problems().isEmpty()) {
      return Callout.of(
          Feather.ALERT_CIRCLE,
          "bad",
          text("template.faulty", check.problems().size()),
          text("template.faultyWords"));
    }
    if (!check.unknown().isEmpty()) {
      return Callout.of(
          Feather.ALERT_TRIANGLE,
          "warn",
          text("template.unknown", check.unknown().size(), contract),
          text("template.unknownWords"));
    }
    var same = check.same();
    return same == null
        ? Callout.of(
            Feather.CHECK_CIRCLE,
            "good",
            text("template.good"),
            text(contract.isEmpty() ? "template.goodWords" : "template.allKnown", contract))
        : Callout.of(Feather.INFO, "warn", text("template.same", same), text("template.sameWords"));
  }

  private static Node section(String key, Node body) {
    return column(8, label(text(key), "section-title"), body);
  }

  /** Where, as typed, and what is wrong with it. */
  private static Node problems(List<TemplateProblem> problems) {
    var grid = grid(30, 25, 45);
    heads(grid, "template.head.where", "template.head.tag", "template.head.problem");
    for (var problem : problems) {
      var where = problem.where();
      line(
          grid,
          wrapped(where.isEmpty() ? text("template.wholeFile") : where, "strong"),
          wrapped(problem.tag(), "mono"),
          column(2, wrapped(problem.what(), "problem"), wrapped(problem.advice(), "muted")));
    }
    return grid;
  }

  /**
   * What a template uses of an event, what is unknown first.
   *
   * @param unknown what the contract does not know, null where that cannot be told
   */
  static GridPane variables(
      List<TemplateVariable> variables, @Nullable List<TemplateVariable> unknown) {
    var grid = grid(28, 14, 32, 26);
    heads(
        grid,
        "template.head.variable",
        "template.head.known",
        "template.head.where",
        "template.head.tag");
    if (unknown == null) {
      variables.forEach(variable -> variable(grid, variable, label("–", "muted")));
      return grid;
    }
    var strange = unknown.stream().map(TemplateVariable::path).collect(Collectors.toSet());
    variables.stream()
        .sorted(Comparator.comparing(variable -> !strange.contains(variable.path())))
        .forEach(variable -> variable(grid, variable, known(!strange.contains(variable.path()))));
    return grid;
  }

  private static void variable(GridPane grid, TemplateVariable variable, Node verdict) {
    line(
        grid,
        wrapped(variable.path(), "mono", "strong"),
        verdict,
        wrapped(variable.where(), "muted"),
        wrapped(variable.tag(), "mono"));
  }

  private static Pill known(boolean known) {
    return new Pill()
        .show(text(known ? "template.isKnown" : "template.isUnknown"), known ? "good" : "warn");
  }

  private static Node fonts(TemplateCheck check) {
    if (check.fonts().isEmpty()) {
      return label(text("template.noFonts"), "muted");
    }
    var asked = wrapped(String.join(", ", check.fonts()));
    var missing = check.missingFonts();
    var words =
        missing == null
            ? text("template.fontsUntold")
            : missing.isEmpty()
                ? text("template.fontsThere")
                : text("template.fontsMissing", String.join(", ", missing));
    return column(2, asked, wrapped(words, "muted"));
  }

  private static GridPane grid(double... percents) {
    var grid = new GridPane(12, 10);
    for (var percent : percents) {
      var column = new ColumnConstraints();
      column.setPercentWidth(percent);
      column.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(column);
    }
    return grid;
  }

  private static void heads(GridPane grid, String... keys) {
    for (int at = 0; at < keys.length; at++) {
      grid.add(label(text(keys[at]), "muted", "small"), at, 0);
    }
  }

  private static void line(GridPane grid, Node... cells) {
    int line = grid.getRowCount();
    for (int at = 0; at < cells.length; at++) {
      GridPane.setValignment(cells[at], VPos.TOP);
      grid.add(cells[at], at, line);
    }
  }
}
