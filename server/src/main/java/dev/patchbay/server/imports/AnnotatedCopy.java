package dev.patchbay.server.imports;

import dev.patchbay.core.imports.BoundColumn;
import dev.patchbay.core.imports.Characters;
import dev.patchbay.core.imports.Given;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.core.job.StoppedRunException;
import dev.patchbay.model.imports.ImportProblem;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import dev.patchbay.spreadsheets.write.TableFormat;
import dev.patchbay.spreadsheets.write.TableLayout;
import dev.patchbay.spreadsheets.write.TableWriter;
import dev.patchbay.spreadsheets.write.xlsx.XlsxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A workbook with the rows of a file as they were read, and what is wrong with them in a column of
 * its own at the end. Of a large file only the rows with a problem.
 */
record AnnotatedCopy(List<String> headers, SheetKinds kinds, boolean onlyFaulty) {
  private static final int LONGEST_CELL = 32_767;
  private static final int LONGEST_HEADER = 200;
  private static final int MOST_COLUMNS = 16_383;
  private static final int MOST_ROWS = 50_000;
  private static final String PROBLEMS = "Problems";

  static AnnotatedCopy of(SheetKinds kinds) {
    return new AnnotatedCopy(kinds.headers(), kinds, kinds.rows() > MOST_ROWS);
  }

  /** Writes it. */
  void write(SheetInFile source, Problems problems, Target target)
      throws IOException, StoppedRunException, HopelessRunException {
    var options =
        XlsxOptions.of(new XlsxOptions.Properties(target.title(), "Patchbay", target.made()));
    try (var writer = new TableFormat.Xlsx(options).open(target.path(), layout())) {
      SheetRows.each(source, row -> write(row, problems, writer));
      writer.finish();
    }
  }

  /** Where it goes, and what it says of itself. */
  record Target(Path path, String title, Instant made) {}

  private void write(Row row, Problems problems, TableWriter writer) throws IOException {
    var found = found(row.number(), problems);
    if (onlyFaulty && found.isEmpty()) {
      return;
    }
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < width(); i++) {
      cells.add(cell(i, row.cell(i)));
    }
    cells.add(text(String.join("; ", found)));
    writer.write(cells);
  }

  private static List<String> found(long row, Problems problems) throws IOException {
    var found = new ArrayList<String>();
    while (problems.row() <= row) {
      problems
          .next()
          .filter(problem -> problem.row() == row)
          .map(AnnotatedCopy::words)
          .ifPresent(found::add);
    }
    return found;
  }

  private static String words(ImportProblem problem) {
    return problem.header().isEmpty()
        ? problem.problem()
        : problem.header() + " " + problem.problem();
  }

  private int width() {
    return Math.min(kinds.columns(), MOST_COLUMNS);
  }

  private Cell cell(int column, Cell cell) {
    return switch (kinds.type(column)) {
      case DATE_TIME ->
          cell instanceof Cell.Date(var day) ? new Cell.DateTime(day.atStartOfDay()) : cell;
      case DECIMAL, BOOLEAN -> cell;
      case TEXT, INTEGER, MONEY, DATE, LINK -> text(GivenCells.of(cell));
    };
  }

  private static Cell text(Given given) {
    return text(given.shown());
  }

  private static Cell text(String text) {
    var whole = Characters.whole(text);
    var fits = whole.length() <= LONGEST_CELL ? whole : cut(whole, LONGEST_CELL - 1) + "…";
    return fits.isEmpty() ? Cell.EMPTY : new Cell.Text(fits);
  }

  /** Not through the middle of a character. */
  private static String cut(String text, int length) {
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  private TableLayout layout() {
    var used = new HashSet<String>();
    var columns = new ArrayList<Column>();
    for (int i = 0; i < width(); i++) {
      columns.add(Column.of(header(i, used), kinds.type(i)));
    }
    columns.add(Column.of(unused(PROBLEMS, used), ColumnType.TEXT));
    return new TableLayout("Import", Locale.ROOT, columns);
  }

  private String header(int column, Set<String> used) {
    var text = column < headers.size() ? headers.get(column) : "";
    var plain = Characters.whole(text).replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ").strip();
    var named = plain.isEmpty() ? "Column " + BoundColumn.letters(column) : plain;
    return unused(named.length() > LONGEST_HEADER ? cut(named, LONGEST_HEADER) : named, used);
  }

  private static String unused(String wanted, Set<String> used) {
    var name = wanted;
    for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + " (" + i + ")";
    }
    return name;
  }
}
