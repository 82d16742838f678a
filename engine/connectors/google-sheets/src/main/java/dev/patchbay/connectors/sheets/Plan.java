package dev.patchbay.connectors.sheets;

import dev.patchbay.connectors.sheets.Columns.Placed;
import dev.patchbay.connectors.sheets.Columns.State;
import dev.patchbay.spi.Layout;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Where each row of a batch goes. Stored with the intent before anything is sent, so that any
 * process can tell what a lost answer may have written. Its text form is short: runs of rows, one
 * letter a column.
 *
 * @param at when it was made
 * @param createTab whether the batch creates the tab
 * @param anchorKey whether the key column still lacks the tab's own anchor
 * @param columnCount width of the grid before the batch
 * @param tail last row that held a key, row 0 being the header
 * @param columns places in the order of the layout
 * @param rows place of each row of the batch, {@link #APPENDED} for a new one
 */
record Plan(
    Instant at,
    int sheetId,
    String title,
    boolean createTab,
    boolean anchorKey,
    int columnCount,
    int tail,
    List<Placed> columns,
    List<Integer> rows) {
  static final int APPENDED = -1;

  private static final String VERSION = "1";

  Plan {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Index of the key column. */
  int keyIndex(Layout layout) {
    return key(layout).index();
  }

  /**
   * Whether the key column stood before the batch, so that ranges of it can be asked for; without
   * it nothing can have been overwritten.
   */
  boolean hasKeyColumn(Layout layout) {
    return !createTab && key(layout).state() != State.MISSING;
  }

  private Placed key(Layout layout) {
    return columns.get(layout.columns().indexOf(Columns.keyColumn(layout)));
  }

  String encode() {
    return String.join(
        " ",
        VERSION,
        Long.toString(at.toEpochMilli()),
        Integer.toString(sheetId),
        (createTab ? "T" : "t") + (anchorKey ? "K" : "k"),
        Integer.toString(columnCount),
        Integer.toString(tail),
        encodeColumns(),
        encodeRows(),
        URLEncoder.encode(title, StandardCharsets.UTF_8));
  }

  /**
   * Reads back what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException where the text is something else
   */
  static Plan decode(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != 9 || !parts[0].equals(VERSION)) {
      throw new IllegalArgumentException("not a plan of this connector: " + text);
    }
    return new Plan(
        Instant.ofEpochMilli(Long.parseLong(parts[1])),
        Integer.parseInt(parts[2]),
        URLDecoder.decode(parts[8], StandardCharsets.UTF_8),
        parts[3].startsWith("T"),
        parts[3].endsWith("K"),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        Arrays.stream(parts[6].split(",", -1)).map(Plan::decodeColumn).toList(),
        decodeRows(parts[7]));
  }

  private String encodeColumns() {
    var text = new StringJoiner(",");
    columns.forEach(column -> text.add(column.index() + column.state().name().substring(0, 1)));
    return text.toString();
  }

  private static Placed decodeColumn(String text) {
    var state =
        switch (text.charAt(text.length() - 1)) {
          case 'A' -> State.ANCHORED;
          case 'F' -> State.FOUND;
          case 'M' -> State.MISSING;
          default -> throw new IllegalArgumentException("unknown column state: " + text);
        };
    return new Placed(Integer.parseInt(text.substring(0, text.length() - 1)), state);
  }

  /** {@code 17x3} stands for rows 17, 18 and 19, {@code -x5} for five new ones. */
  private String encodeRows() {
    var text = new StringJoiner(",");
    int start = 0;
    for (int i = 1; i <= rows.size(); i++) {
      if (i == rows.size() || rows.get(i) != follower(rows.get(i - 1))) {
        var first = rows.get(start) == APPENDED ? "-" : rows.get(start).toString();
        text.add(first + (i - start == 1 ? "" : "x" + (i - start)));
        start = i;
      }
    }
    return text.toString();
  }

  private static List<Integer> decodeRows(String text) {
    var rows = new ArrayList<Integer>();
    for (var run : text.split(",", -1)) {
      var parts = run.split("x", -1);
      int row = parts[0].equals("-") ? APPENDED : Integer.parseInt(parts[0]);
      int count = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
      for (int i = 0; i < count; i++, row = follower(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static int follower(int row) {
    return row == APPENDED ? APPENDED : row + 1;
  }
}
