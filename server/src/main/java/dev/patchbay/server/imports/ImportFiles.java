package dev.patchbay.server.imports;

import dev.patchbay.core.imports.ImportStore;
import dev.patchbay.core.imports.ImportStore.Role;
import dev.patchbay.model.Page;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.text.CsvOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What imports found and made, for their callers. Thread-safe. */
public record ImportFiles(ImportStore store) {
  private static final TableLayout LAYOUT =
      new TableLayout(
          "Errors",
          Locale.ROOT,
          List.of(
              Column.of("Row", ColumnType.INTEGER),
              Column.of("Column", ColumnType.TEXT),
              Column.of("Header", ColumnType.TEXT),
              Column.of("Value", ColumnType.TEXT),
              Column.of("Problem", ColumnType.TEXT)));

  /** All that is wrong, as a CSV file. */
  public void errors(String run, OutputStream out) throws IOException {
    try (var problems = Problems.all(store, run);
        var writer = new TableFormat.Csv(CsvOptions.CSV).open(out, LAYOUT)) {
      for (var next = problems.next(); next.isPresent(); next = problems.next()) {
        writer.write(cells(next.get()));
      }
      writer.finish();
    }
  }

  private static List<Cell> cells(ImportProblem problem) {
    return List.of(
        new Cell.Numeric(problem.row()),
        text(problem.column()),
        text(problem.header()),
        text(problem.value()),
        text(problem.problem()));
  }

  private static Cell text(String text) {
    return text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
  }

  /**
   * Some of what is wrong.
   *
   * @param passed how many come before
   */
  public Page<ImportProblem> errors(String run, long passed, int limit) throws IOException {
    try (var problems = Problems.all(store, run)) {
      var items = new ArrayList<ImportProblem>();
      long at = 0;
      for (var next = problems.next(); next.isPresent(); next = problems.next()) {
        if (items.size() == limit) {
          return new Page<>(items, Long.toString(at));
        }
        if (at++ >= passed) {
          items.add(next.get());
        }
      }
      return new Page<>(items, null);
    }
  }

  /** The annotated copy. */
  public InputStream annotated(String run) {
    return store.file(run, Role.ANNOTATED);
  }
}
