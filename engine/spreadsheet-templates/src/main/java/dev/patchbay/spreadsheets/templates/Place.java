package dev.patchbay.spreadsheets.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Where rows go: a row of headers, and what is below it. All positions count from 0.
 *
 * @param last last row of what the template holds there, the header's where it holds nothing
 */
record Place(XSSFSheet sheet, int header, int last, int left, int right) {
  /** A table of this name, else a named range. */
  static Optional<Place> find(XSSFWorkbook workbook, String name) {
    var table = table(workbook, name);
    if (table.isPresent()) {
      return table.map(found -> of(found.getXSSFSheet(), found.getArea()));
    }
    return workbook.getAllNames().stream()
        .filter(each -> each.getNameName().equalsIgnoreCase(name))
        .flatMap(each -> area(each).stream())
        .findFirst()
        .flatMap(area -> of(workbook, area));
  }

  static Optional<XSSFTable> table(XSSFWorkbook workbook, String name) {
    return Optional.ofNullable(workbook.getTable(name));
  }

  /** The rectangle that a name means, if it is one on one sheet. */
  static Optional<AreaReference> area(Name name) {
    var formula = name.getRefersToFormula();
    if (name.isFunctionName() || name.isDeleted() || formula == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new AreaReference(formula, SpreadsheetVersion.EXCEL2007))
          .filter(area -> area.getFirstCell().getSheetName() != null)
          .filter(area -> !area.isWholeColumnReference());
    } catch (IllegalArgumentException computed) {
      return Optional.empty();
    }
  }

  static Optional<Place> of(XSSFWorkbook workbook, AreaReference area) {
    return Optional.ofNullable(workbook.getSheet(area.getFirstCell().getSheetName()))
        .map(sheet -> of(sheet, area));
  }

  static Place of(XSSFSheet sheet, AreaReference area) {
    var first = area.getFirstCell();
    var last = area.getLastCell();
    return new Place(sheet, first.getRow(), last.getRow(), first.getCol(), last.getCol());
  }

  /** A header as it stands in the sheet. */
  record Header(String text, int column) {}

  /** Its headers from left to right; of several that are equal the first. */
  List<Header> headerCells() {
    var format = new DataFormatter(Locale.ROOT);
    var known = new HashSet<String>();
    var headers = new ArrayList<Header>();
    var row = sheet.getRow(header);
    for (int column = left; row != null && column <= right; column++) {
      var text = format.formatCellValue(row.getCell(column)).strip();
      if (!text.isEmpty() && known.add(text.toLowerCase(Locale.ROOT))) {
        headers.add(new Header(text, column));
      }
    }
    return headers;
  }

  /** Columns by their headers, in lower case. */
  Map<String, Integer> headers() {
    return headerCells().stream()
        .collect(Collectors.toMap(cell -> cell.text().toLowerCase(Locale.ROOT), Header::column));
  }

  /** Rows that can be filled before something that stands below. */
  int room() {
    for (int number = last + 1; number <= sheet.getLastRowNum(); number++) {
      if (isTaken(number)) {
        return number - header - 1;
      }
    }
    return SpreadsheetVersion.EXCEL2007.getLastRowIndex() - header;
  }

  private boolean isTaken(int number) {
    var row = sheet.getRow(number);
    for (int column = left; row != null && column <= right; column++) {
      var cell = row.getCell(column);
      if (cell != null && cell.getCellType() != CellType.BLANK) {
        return true;
      }
    }
    return sheet.getMergedRegions().stream()
        .anyMatch(
            merged ->
                merged.containsRow(number)
                    && merged.getFirstColumn() <= right
                    && merged.getLastColumn() >= left);
  }

  /** Its rectangle with so many rows below the header; one at least. */
  AreaReference extended(int rows) {
    return area(header, left, header + Math.max(1, rows), right);
  }

  private static AreaReference area(int top, int left, int bottom, int right) {
    return new AreaReference(
        new CellReference(top, left),
        new CellReference(bottom, right),
        SpreadsheetVersion.EXCEL2007);
  }

  /** Whether another lies in it; it lies in itself. */
  boolean holds(Place other) {
    return sheet.equals(other.sheet)
        && header <= other.header
        && last >= other.last
        && left <= other.left
        && right >= other.right;
  }

  /** Names that end where it ends, such as those of its columns, which charts refer to. */
  List<Name> names() {
    var names = new ArrayList<Name>();
    for (var name : sheet.getWorkbook().getAllNames()) {
      if (area(name).filter(this::isWithin).isPresent()) {
        names.add(name);
      }
    }
    return names;
  }

  private boolean isWithin(AreaReference area) {
    var first = area.getFirstCell();
    var end = area.getLastCell();
    return sheet.getSheetName().equals(first.getSheetName())
        && first.getRow() >= header
        && first.getRow() <= header + 1
        && end.getRow() == last
        && first.getCol() >= left
        && end.getCol() <= right;
  }

  /** Moves the end of a name. */
  void extend(Name name, int rows) {
    var old = area(name).orElseThrow();
    var first = old.getFirstCell();
    var sheetName = sheet.getSheetName();
    var end = old.getLastCell();
    name.setRefersToFormula(
        new AreaReference(
                new CellReference(sheetName, first.getRow(), first.getCol(), true, true),
                new CellReference(sheetName, header + Math.max(1, rows), end.getCol(), true, true),
                SpreadsheetVersion.EXCEL2007)
            .formatAsString());
  }
}
