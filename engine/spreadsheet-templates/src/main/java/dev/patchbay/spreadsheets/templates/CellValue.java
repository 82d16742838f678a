package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Unfit;
import dev.patchbay.spreadsheets.write.xlsx.Escapes;
import dev.patchbay.spreadsheets.write.xlsx.Numerals;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Puts values into cells, as the streaming writer does. */
final class CellValue {
  private static final int FIRST_YEAR = 1900;
  private static final int FIRST_YEAR_1904 = 1904;
  private static final int LAST_YEAR = 9999;
  private static final String DAY = "yyyy-mm-dd";
  private static final String DAY_AND_TIME = "yyyy-mm-dd hh:mm:ss";

  private final XSSFWorkbook workbook;
  private final Map<Dated, CellStyle> dated = new HashMap<>();

  /** A format of the template that shows no dates, and the one that it gets for them. */
  private record Dated(short style, String format) {}

  CellValue(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  void set(XSSFCell cell, Cell value) throws Unfit {
    // POI would set the value beside a formula, or beside a text that stands in the cell itself
    cell.setBlank();
    switch (value) {
      case Cell.Empty(), Cell.Uncomputed() -> {}
      case Cell.Text(var text) -> text(cell, text);
      case Cell.Numeric(var number) -> number(cell, number);
      case Cell.Exact(var number) -> number(cell, Numerals.of(number));
      case Cell.Bool(var yes) -> cell.setCellValue(yes);
      case Cell.Date(var day) -> date(cell, day.atStartOfDay(), DAY);
      case Cell.DateTime(var at) -> date(cell, at, DAY_AND_TIME);
      case Cell.Time _ -> throw new Unfit("holds a time without a date. Write it as a text.");
      case Cell.Failure _ -> throw new Unfit("holds an error value. Leave the cell empty.");
    }
  }

  private static void text(XSSFCell cell, String text) throws Unfit {
    var escaped = Escapes.escaped(text);
    if (escaped.length() > SpreadsheetVersion.EXCEL2007.getMaxTextLength()) {
      throw new Unfit(
          "holds a text of %,d characters, but a cell of a workbook takes 32,767. Shorten it."
              .formatted(text.length()));
    }
    cell.setCellValue(escaped);
  }

  private static void number(XSSFCell cell, double number) throws Unfit {
    if (!Double.isFinite(number)) {
      throw new Unfit("holds '%s', which is no number. Leave the cell empty.".formatted(number));
    }
    cell.setCellValue(number);
  }

  private void date(XSSFCell cell, LocalDateTime at, String format) throws Unfit {
    int first = workbook.isDate1904() ? FIRST_YEAR_1904 : FIRST_YEAR;
    if (at.getYear() < first || at.getYear() > LAST_YEAR) {
      throw new Unfit(
          "holds the date %s, but the workbook knows the years %d to 9999 only. Correct the date."
              .formatted(at.toLocalDate(), first));
    }
    cell.setCellValue(at);
    if (!DateUtil.isCellDateFormatted(cell)) {
      var style = cell.getCellStyle();
      cell.setCellStyle(
          dated.computeIfAbsent(
              new Dated(style.getIndex(), format), wanted -> withFormat(style, wanted.format())));
    }
  }

  private CellStyle withFormat(XSSFCellStyle style, String format) {
    var copy = workbook.createCellStyle();
    copy.cloneStyleFrom(style);
    copy.setDataFormat(workbook.createDataFormat().getFormat(format));
    return copy;
  }
}
