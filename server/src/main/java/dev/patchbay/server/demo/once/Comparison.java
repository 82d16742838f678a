package dev.patchbay.server.demo.once;

import dev.patchbay.server.demo.DemoSheet.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares every cell of a sheet with what should stand in it. */
final class Comparison {
  private static final int MOST_EXAMPLES = 5;
  private static final int SHOWN = 60;

  private final RequestFile file;
  private final Map<String, List<String>> expected;
  private final Set<String> found = new HashSet<>();
  private final Set<String> doubled = new HashSet<>();
  private final List<String> examples = new ArrayList<>();
  private long wrong;

  private Comparison(RequestFile file) {
    this.file = file;
    this.expected = file.lastRows();
  }

  /**
   * What differs.
   *
   * @param sheet rows as read back, the header first
   */
  static Findings of(RequestFile file, List<List<Cell>> sheet) {
    return new Comparison(file).compare(sheet);
  }

  private Findings compare(List<List<Cell>> sheet) {
    var header = sheet.isEmpty() ? List.<Cell>of() : sheet.getFirst();
    var places = places(header);
    var rows = sheet.isEmpty() ? sheet : sheet.subList(1, sheet.size());
    rows.forEach(row -> row(row, places));
    var lost = expected.keySet().stream().filter(key -> !found.contains(key)).toList();
    lost.forEach(key -> example("key '%s' is not in the sheet".formatted(shown(key))));
    return new Findings(rows.size(), doubled.size(), lost.size(), wrong, cells(), examples);
  }

  private long cells() {
    return (long) expected.size() * file.header().size();
  }

  /** Where each column of the file stands in the sheet; -1 where it does not. */
  private List<Integer> places(List<Cell> header) {
    var byName = new HashMap<String, Integer>();
    for (int i = 0; i < header.size(); i++) {
      var text = header.get(i).text();
      if (!file.header().contains(text) || byName.put(text, i) != null) {
        wrong("the sheet has a column '%s' too many".formatted(shown(text)));
      }
    }
    return file.header().stream().map(name -> place(name, byName)).toList();
  }

  private int place(String name, Map<String, Integer> byName) {
    if (!byName.containsKey(name) && !expected.isEmpty()) {
      wrong("the sheet has no column '%s'".formatted(shown(name)));
    }
    return byName.getOrDefault(name, -1);
  }

  private void row(List<Cell> row, List<Integer> places) {
    var key = at(row, places.get(file.key())).text();
    var cells = expected.get(key);
    if (cells == null) {
      wrong("the sheet has a row '%s' too many".formatted(shown(key)));
      return;
    }
    if (!found.add(key) && doubled.add(key)) {
      example("key '%s' stands in the sheet more than once".formatted(shown(key)));
    }
    for (int i = 0; i < cells.size(); i++) {
      cell(key, i, cells.get(i), at(row, places.get(i)));
    }
    strays(key, row, places);
  }

  private void cell(String key, int column, String should, Cell is) {
    if (!is.equals(should.isEmpty() ? Cell.EMPTY : Cell.text(should))) {
      wrong(
          "%s of '%s' is %s instead of '%s'"
              .formatted(
                  file.header().get(column),
                  shown(key),
                  is.isText() ? "'" + shown(is.text()) + "'" : "no text but " + shown(is.text()),
                  shown(should)));
    }
  }

  /** Cells in columns that the file does not have. */
  private void strays(String key, List<Cell> row, List<Integer> places) {
    for (int i = 0; i < row.size(); i++) {
      if (!places.contains(i) && !row.get(i).equals(Cell.EMPTY)) {
        wrong("the row of '%s' holds more than the file".formatted(shown(key)));
      }
    }
  }

  private static Cell at(List<Cell> row, int index) {
    return index < 0 || index >= row.size() ? Cell.EMPTY : row.get(index);
  }

  private void wrong(String example) {
    wrong++;
    example(example);
  }

  private void example(String example) {
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(example);
    }
  }

  private static String shown(String text) {
    var line = text.replaceAll("\\p{Cntrl}+", "⏎");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
