package dev.patchbay.spreadsheets.templates;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaShifter;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;

/** The formulas of the first row of a place, for the rows below it. */
final class RowFormulas {
  private final Place place;
  private final int first;
  private final XSSFEvaluationWorkbook workbook;
  private final Map<Integer, String> formulas = new HashMap<>();

  RowFormulas(Place place, int[] filled) {
    this.place = place;
    this.workbook = XSSFEvaluationWorkbook.create(place.sheet().getWorkbook());
    this.first = place.header() + 1;
    var row = place.sheet().getRow(first);
    for (int column = place.left(); row != null && column <= place.right(); column++) {
      var cell = row.getCell(column);
      int at = column;
      if (cell != null
          && cell.getCellType() == CellType.FORMULA
          && Arrays.stream(filled).noneMatch(each -> each == at)) {
        formulas.put(column, cell.getCellFormula());
      }
    }
  }

  /** Sets the formula of the cell's column, moved to its row; without one the cell is emptied. */
  void copyTo(XSSFCell cell) {
    var formula = formulas.get(cell.getColumnIndex());
    if (formula == null) {
      cell.setBlank();
    } else if (cell.getRowIndex() != first) {
      cell.setCellFormula(moved(formula, cell.getRowIndex()));
    }
  }

  private String moved(String formula, int row) {
    int sheet = place.sheet().getWorkbook().getSheetIndex(place.sheet());
    var columns = ColumnReferences.takenOutOf(formula);
    var parsed = FormulaParser.parse(columns.formula(), workbook, FormulaType.CELL, sheet, row);
    var shifter =
        FormulaShifter.createForRowCopy(
            sheet,
            place.sheet().getSheetName(),
            first,
            first,
            row - first,
            SpreadsheetVersion.EXCEL2007);
    shifter.adjustFormula(parsed, sheet);
    return columns.putInto(FormulaRenderer.toFormulaString(workbook, parsed));
  }
}
