package dev.patchbay.server.demo.once;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV file of requests as it was read; the same number of cells in every row.
 *
 * @param header one name for each column
 * @param key index of the column that identifies a request
 * @param rows in the order of the file
 * @param withoutKey lines of rows that were left out because their key is empty
 */
record RequestFile(List<String> header, int key, List<Row> rows, List<Long> withoutKey) {
  RequestFile {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
    withoutKey = List.copyOf(withoutKey);
  }

  /**
   * One row.
   *
   * @param line where it begins in the file, counted from 1
   */
  record Row(long line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  String keyName() {
    return header.get(key);
  }

  String keyOf(Row row) {
    return row.cells().get(key);
  }

  /**
   * What has to stand in the sheet in the end: the last row of each key. Worked out from the file
   * alone, without anything of the product.
   */
  Map<String, List<String>> lastRows() {
    var last = new LinkedHashMap<String, List<String>>();
    rows.forEach(row -> last.put(keyOf(row), row.cells()));
    return last;
  }
}
