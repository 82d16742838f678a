package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.GridRange;
import java.util.ArrayList;
import java.util.List;

/** Rows that follow each other, counted from 0, the last one included. */
record RowRange(int first, int last) {
  private static final int FIRST_GAP = 16;

  /** Sorted rows in ranges; those that lie at most this far apart share one. */
  static List<RowRange> of(int[] rows, int gap) {
    var ranges = new ArrayList<RowRange>();
    for (int i = 0, first = 0; i < rows.length; i++) {
      if (i + 1 == rows.length || rows[i + 1] - rows[i] > gap) {
        ranges.add(new RowRange(rows[first], rows[i]));
        first = i + 1;
      }
    }
    return ranges;
  }

  /** The more scattered the rows are, the wider the gaps that are covered. */
  static List<RowRange> atMost(int most, int[] rows) {
    for (int gap = FIRST_GAP; ; gap *= 2) {
      var ranges = of(rows, gap);
      if (ranges.size() <= most) {
        return ranges;
      }
    }
  }

  int size() {
    return last - first + 1;
  }

  DataFilter filter(int sheetId) {
    return new DataFilter()
        .setGridRange(
            new GridRange().setSheetId(sheetId).setStartRowIndex(first).setEndRowIndex(last + 1));
  }
}
