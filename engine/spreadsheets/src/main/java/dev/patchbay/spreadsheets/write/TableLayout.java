package dev.patchbay.spreadsheets.write;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What a table consists of.
 *
 * @param name of the sheet, where the format has sheets
 * @param locale whose usual formats of dates a workbook has; {@link Locale#ROOT} means ISO 8601
 * @param columns 1 to 16,384, with different headers: upper and lower case count as equal
 */
public record TableLayout(String name, Locale locale, List<Column> columns) {
  private static final int MOST_COLUMNS = 16_384;

  /** Checks number and headers. */
  public TableLayout {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || columns.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException(
          "columns: there must be 1 to 16,384, not " + columns.size());
    }
    var headers = new HashSet<String>();
    for (var column : columns) {
      if (!headers.add(column.header().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "columns: two have the header '%s'; rename one".formatted(column.header()));
      }
    }
  }
}
