package dev.patchbay.console.view.imports;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.showIf;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;
import static dev.patchbay.console.viewmodel.Texts.word;

import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.ProgressLine;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.imports.ImportsModel;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.imports.ImportPass;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.model.imports.ImportView;
import dev.patchbay.model.job.RunState;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One import in the side pane: how far it is, what became of its rows, which cells are wrong. */
final class ImportPane {
  /** Of a cell such as C107, so that what is wrong stands in a column. */
  private static final double CELL_WIDTH = 52;

  private final Session session;
  private final ImportsModel model;
  private final ShellFrame frame;

  ImportPane(Session session, ImportsModel model, ShellFrame frame) {
    this.session = session;
    this.model = model;
    this.frame = frame;
  }

  static Pill pill(ImportView view) {
    return view.state() == RunState.RUNNING
        ? new Pill().show(word("importPass", view.pass()), "busy")
        : Pill.of(view.state());
  }

  static String inShort(ImportView view) {
    var counts = view.counts();
    return view.dryRun() || view.pass() == ImportPass.CHECKING
        ? text("imports.checked", counts.valid(), counts.faulty(), counts.duplicates())
        : text("imports.sent", counts.made(), counts.existed(), counts.refused() + counts.faulty());
  }

  /** The share of its rows that is dealt with; empty if that is not known. */
  static OptionalDouble share(ImportView view) {
    var total = view.total();
    return total == null || total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) view.rows() / total));
  }

  static boolean moves(ImportView view) {
    return view.state() == RunState.RUNNING;
  }

  Node of(ImportView view, List<ImportProblem> problems) {
    var parts = new VBox(18, head(view), counts(view));
    var reason = view.reason();
    if (reason != null) {
      boolean bad = view.state() == RunState.FAILED;
      parts
          .getChildren()
          .add(
              Callout.of(
                  bad ? Feather.ALERT_CIRCLE : Feather.INFO,
                  bad ? "bad" : "warn",
                  text(bad ? "jobs.failed" : "jobs.why"),
                  reason));
    }
    if (!view.ignored().isEmpty()) {
      var headers = String.join(", ", view.ignored());
      parts.getChildren().add(wrapped(text("imports.ignored", headers), "muted"));
    }
    if (view.report()) {
      parts.getChildren().add(problems(view, problems));
    }
    return parts;
  }

  private Node head(ImportView view) {
    var words =
        column(
            6,
            row(10, pill(view), label(text("imports.to", view.service()), "muted")),
            ProgressLine.wide(view.file(), share(view), moves(view)));
    if (view.endedAt() == null) {
      words.getChildren().add(cancel(view));
    }
    if (model.canSend(view)) {
      var send =
          action("send-import", text("imports.send", view.counts().valid()), Feather.SEND, may());
      send.setOnAction(_ -> model.send(view));
      words.getChildren().add(Controls.accent(send));
    }
    return words;
  }

  private Button cancel(ImportView view) {
    var cancel = action("cancel-import", text("jobs.cancel"), Feather.X_CIRCLE, may());
    cancel.setOnAction(_ -> model.cancel(view));
    return cancel;
  }

  private BooleanBinding may() {
    return Writable.support(session);
  }

  private static Button action(String id, String words, Feather sign, BooleanBinding allowed) {
    var button = Controls.small(new Button(words, icon(sign)));
    button.setId(id);
    button.setAccessibleText(words);
    button.disableProperty().bind(allowed.not());
    return button;
  }

  private static Node counts(ImportView view) {
    var counts = view.counts();
    var grid = new GridPane(16, 6);
    count(grid, "read", counts.read());
    count(grid, "valid", counts.valid());
    count(grid, "faulty", counts.faulty());
    count(grid, "duplicates", counts.duplicates());
    if (!view.dryRun()) {
      count(grid, "made", counts.made());
      count(grid, "existed", counts.existed());
      count(grid, "refused", counts.refused());
    }
    return grid;
  }

  private static void count(GridPane grid, String key, long number) {
    grid.addRow(
        grid.getRowCount(),
        label(text("imports.count." + key), "muted"),
        label(text("count.plain", number), "number"));
  }

  private Node problems(ImportView view, List<ImportProblem> problems) {
    var title = label(text("imports.problems"), "section-title");
    if (problems.isEmpty()) {
      return column(8, title, label(text("imports.noProblems"), "muted"));
    }
    var lines = new VBox(10);
    problems.stream().map(ImportPane::problem).forEach(lines.getChildren()::add);
    return column(10, title, files(view), lines);
  }

  private Node files(ImportView view) {
    var stem = view.file().replaceFirst("\\.[^.]*$", "");
    var list = Controls.small(new Button(text("imports.saveList"), icon(Feather.DOWNLOAD)));
    list.setId("save-problems");
    list.setOnAction(
        _ -> frame.chooseFile(stem + "-errors.csv", file -> model.saveProblems(view, file)));
    var copy = Controls.small(new Button(text("imports.saveCopy"), icon(Feather.DOWNLOAD)));
    copy.setId("save-annotated");
    copy.setOnAction(
        _ -> frame.chooseFile(stem + "-annotated.xlsx", file -> model.saveAnnotated(view, file)));
    showIf(copy, view.annotated());
    return new FlowPane(8, 8, list, copy);
  }

  /** The cell as people know it from the sheet, then what is wrong with it. */
  private static Node problem(ImportProblem problem) {
    var cell = new Pill().show(problem.column() + problem.row(), "bad");
    cell.setMinWidth(CELL_WIDTH);
    cell.setAlignment(Pos.CENTER);
    var where =
        problem.header().isEmpty()
            ? wrapped(text("imports.wholeRow"), "strong")
            : wrapped(problem.header(), "strong");
    var words = column(2, where, wrapped(problem.problem()));
    if (!problem.value().isEmpty()) {
      words.getChildren().add(wrapped(problem.value(), "muted", "mono"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    return new HBox(10, cell, words);
  }
}
