package dev.patchbay.server.command.inspect;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Row;
import dev.patchbay.spreadsheets.SheetSize;
import java.io.PrintWriter;

/** A table to look at, narrow enough for a screen. */
final class TableReport implements InspectReport {
  private static final int MOST_COLUMNS = 8;
  private static final int WIDTH = 19;

  private final PrintWriter out;

  TableReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void rejected(String reason) {
    out.println("refused: " + reason);
  }

  @Override
  public void begin() {
    // every sheet has its own heading
  }

  @Override
  public void beginSheet(String name, SheetSize size) {
    var title = name.isEmpty() ? "rows" : "sheet '" + visible(name) + "'";
    out.printf("%s: %,d rows, %,d columns%n", title, size.rows(), size.columns());
  }

  @Override
  public void row(Row row, int columns) {
    var line = new StringBuilder("%7d".formatted(row.number()));
    for (int i = 0; i < Math.min(columns, MOST_COLUMNS); i++) {
      line.append("  ").append(cell(row.cell(i)));
    }
    out.println(line.append(columns > MOST_COLUMNS ? "  …" : "").toString().stripTrailing());
  }

  private static String cell(Cell cell) {
    var text = visible(CellText.of(cell));
    var cut = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
    return cell instanceof Cell.Numeric
        ? ("%" + WIDTH + "s").formatted(cut)
        : ("%-" + WIDTH + "s").formatted(cut);
  }

  /** Nothing of a file may move the cursor or colour the screen. */
  private static String visible(String text) {
    var visible = new StringBuilder(text.length());
    text.chars()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(c -> visible.append((char) c));
    return visible.toString();
  }

  @Override
  public void endSheet() {
    out.println();
  }

  @Override
  public void end() {
    // every sheet has its own end
  }

  @Override
  public void close() {
    out.flush();
  }
}
