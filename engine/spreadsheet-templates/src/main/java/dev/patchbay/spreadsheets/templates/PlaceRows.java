package dev.patchbay.spreadsheets.templates;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Unfit;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.jspecify.annotations.Nullable;

/** Fills the rows of a place, each formatted like the first that the template holds there. */
final class PlaceRows {
  private final Place place;
  private final int[] columns;
  private final CellValue values;
  private final @Nullable CellStyle[] styles;
  private final RowFormulas formulas;

  PlaceRows(Place place, int[] columns) {
    this.place = place;
    this.columns = columns;
    this.values = new CellValue(place.sheet().getWorkbook());
    this.styles = new CellStyle[place.right() - place.left() + 1];
    var pattern = place.sheet().getRow(place.header() + 1);
    if (pattern != null) {
      for (int i = 0; i < styles.length; i++) {
        var cell = pattern.getCell(place.left() + i);
        styles[i] = cell == null ? null : cell.getCellStyle();
      }
    }
    this.formulas = new RowFormulas(place, columns);
  }

  /**
   * Fills a row.
   *
   * @param number from 1, the first below the header
   */
  void write(int number, List<Cell> cells) throws Unfit {
    if (cells.size() > columns.length) {
      throw new Unfit(
          "it has %d cells, but there are %d columns. Leave out cells or name more columns."
              .formatted(cells.size(), columns.length));
    }
    var row = row(place.header() + number);
    for (int i = 0; i < columns.length; i++) {
      var cell = styled(row, columns[i]);
      set(cell, i, i < cells.size() ? cells.get(i) : Cell.EMPTY);
    }
    fillOthers(row);
  }

  private void set(XSSFCell cell, int column, Cell value) throws Unfit {
    try {
      values.set(cell, value);
    } catch (Unfit unfit) {
      throw new Unfit(
          "column '%s': %s"
              .formatted(
                  place.sheet().getRow(place.header()).getCell(columns[column]),
                  unfit.getMessage()));
    }
  }

  /** Columns that get no cells keep the formula of the first row, if it has one. */
  private void fillOthers(XSSFRow row) {
    for (int column = place.left(); column <= place.right(); column++) {
      if (!isFilled(column)) {
        var cell = styled(row, column);
        formulas.copyTo(cell);
      }
    }
  }

  private boolean isFilled(int column) {
    return Arrays.stream(columns).anyMatch(each -> each == column);
  }

  private XSSFRow row(int number) {
    var row = place.sheet().getRow(number);
    return row == null ? place.sheet().createRow(number) : row;
  }

  private XSSFCell styled(XSSFRow row, int column) {
    var known = row.getCell(column);
    var cell = known == null ? row.createCell(column) : known;
    var style = styles[column - place.left()];
    if (style != null) {
      cell.setCellStyle(style);
    }
    return cell;
  }

  /** Empties what the template holds beyond so many rows; formats stay. */
  void clearAfter(int rows) {
    for (int number = place.header() + rows + 1; number <= place.last(); number++) {
      var row = place.sheet().getRow(number);
      for (int column = place.left(); row != null && column <= place.right(); column++) {
        var cell = row.getCell(column);
        if (cell != null && isEmptied(number, column, cell)) {
          cell.setBlank();
        }
      }
    }
  }

  /** The one row that a place keeps without any rows keeps its formulas too. */
  private boolean isEmptied(int number, int column, XSSFCell cell) {
    return number > place.header() + 1
        || isFilled(column)
        || cell.getCellType() != CellType.FORMULA;
  }
}
