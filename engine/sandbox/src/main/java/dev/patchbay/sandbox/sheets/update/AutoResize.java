package dev.patchbay.sandbox.sheets.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.format.Shown;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Dimension;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.update.DimensionRequests.Span;

/**
 * Rows and columns as large as what they show needs. Google measures glyphs; here a character is
 * seven pixels and a line of text as high as a row of one, about as Arial at ten points is. Where
 * nothing is shown the size stays.
 */
record AutoResize(Shown shown) {
  private static final int CHARACTER = 7;
  private static final int MARGINS = 10;
  private static final int LINE = 21;

  void fit(Span span) {
    Sheet sheet = span.sheet();
    for (int i = span.start(); i < Math.min(span.end(), sheet.length(span.dimension())); i++) {
      int pixels = span.dimension() == Dimension.COLUMNS ? width(sheet, i) : height(sheet, i);
      if (pixels > 0) {
        ObjectNode properties = sheet.lines(span.dimension()).properties(i);
        sheet.lines(span.dimension()).set(i, properties.put("pixelSize", pixels));
      }
    }
  }

  private int width(Sheet sheet, int column) {
    int longest = 0;
    for (int row = 0; row < sheet.grid().usedRows(); row++) {
      int characters = text(sheet, row, column).lines().mapToInt(String::length).max().orElse(0);
      longest = Math.max(longest, characters);
    }
    return longest == 0 ? 0 : longest * CHARACTER + MARGINS;
  }

  private int height(Sheet sheet, int row) {
    int most = 0;
    for (int column = 0; column < sheet.grid().width(row); column++) {
      most = Math.max(most, (int) text(sheet, row, column).lines().count());
    }
    return most * LINE;
  }

  private String text(Sheet sheet, int row, int column) {
    Cell cell = sheet.grid().get(row, column);
    var value = shown.value(sheet, row, column);
    return cell == null || value == null ? "" : shown.text(cell, value);
  }
}
