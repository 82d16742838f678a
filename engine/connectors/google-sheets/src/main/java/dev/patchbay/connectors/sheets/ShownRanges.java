package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answer to a write must show: the header with its anchors, the key cells of the rows that
 * were written, and everything from the last known row down.
 */
final class ShownRanges {
  /** Fields of the answer to a batch. */
  static final String FIELDS = "spreadsheetId,updatedSpreadsheet(" + TabReading.FIELDS + ")";

  private static final int MOST_RANGES = 400;

  private ShownRanges() {}

  static BatchUpdateSpreadsheetRequest askIn(
      BatchUpdateSpreadsheetRequest body, String title, int key, int tail, List<Written> rows) {
    var ranges = new ArrayList<String>();
    ranges.add(A1.header(title));
    var standing =
        rows.stream().mapToInt(Written::row).filter(row -> row > 0).sorted().distinct().toArray();
    for (var range : RowRange.atMost(MOST_RANGES, standing)) {
      ranges.add(A1.cells(title, key, range.first(), range.last()));
    }
    if (rows.stream().anyMatch(Written::appended)) {
      ranges.add(A1.downFrom(title, key, tail));
    }
    return body.setIncludeSpreadsheetInResponse(true)
        .setResponseIncludeGridData(true)
        .setResponseRanges(ranges);
  }
}
