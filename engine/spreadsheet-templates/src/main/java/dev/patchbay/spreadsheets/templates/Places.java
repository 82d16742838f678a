package dev.patchbay.spreadsheets.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The places of a workbook that can be filled: tables, and named ranges whose first row holds
 * headers. Ranges within another place are parts of that, such as its columns.
 */
record Places(List<Named> all) {
  /** A place with the name that it has in the workbook. */
  record Named(String name, Place place) {}

  static Places of(XSSFWorkbook workbook) {
    var tables = tables(workbook);
    var ranges = ranges(workbook);
    var places = new ArrayList<Named>();
    tables.stream()
        .filter(table -> complaints(table).isEmpty())
        .map(Places::named)
        .forEach(places::add);
    for (var range : ranges) {
      boolean isOfTable =
          tables.stream().map(Places::named).anyMatch(it -> it.place().holds(range.place()));
      boolean isOfRange =
          ranges.stream()
              .map(Named::place)
              .anyMatch(it -> it.holds(range.place()) && !range.place().holds(it));
      if (!isOfTable && !isOfRange) {
        places.add(range);
      }
    }
    return new Places(List.copyOf(places));
  }

  private static List<XSSFTable> tables(XSSFWorkbook workbook) {
    return Stream.iterate(0, sheet -> sheet < workbook.getNumberOfSheets(), sheet -> sheet + 1)
        .flatMap(sheet -> workbook.getSheetAt(sheet).getTables().stream())
        .toList();
  }

  private static Named named(XSSFTable table) {
    return new Named(table.getName(), Place.of(table.getXSSFSheet(), table.getArea()));
  }

  /** What stands against filling any of the tables. */
  static List<String> ofTables(XSSFWorkbook workbook) {
    return tables(workbook).stream().flatMap(table -> complaints(table).stream()).toList();
  }

  /** What stands against filling a table. */
  static List<String> complaints(XSSFTable table) {
    var complaints = new ArrayList<String>();
    if (table.getTotalsRowCount() > 0) {
      complaints.add(
          "The table '%s' has a row of totals. Switch it off.".formatted(table.getName()));
    }
    if (table.getHeaderRowCount() == 0) {
      complaints.add(
          "The table '%s' has no row of headers. Switch it on.".formatted(table.getName()));
    }
    return complaints;
  }

  private static List<Named> ranges(XSSFWorkbook workbook) {
    return workbook.getAllNames().stream()
        .filter(name -> !isOfProgram(name))
        .flatMap(
            name ->
                Place.area(name).flatMap(area -> Place.of(workbook, area)).stream()
                    .map(place -> new Named(name.getNameName(), place)))
        .filter(named -> named.place().last() > named.place().header())
        .filter(named -> hasHeaders(named.place()))
        .toList();
  }

  /** Areas to print, filters, and what a program hides. */
  private static boolean isOfProgram(XSSFName name) {
    return name.isHidden() || name.getNameName().startsWith("_xlnm.");
  }

  private static boolean hasHeaders(Place place) {
    var row = place.sheet().getRow(place.header());
    for (int column = place.left(); column <= place.right(); column++) {
      var cell = row == null ? null : row.getCell(column);
      if (cell == null || cell.getCellType() != CellType.STRING) {
        return false;
      }
    }
    return true;
  }

  /** As others are told of them. */
  List<TemplatePlace> told() {
    return all.stream()
        .map(
            named ->
                new TemplatePlace(
                    named.name(),
                    named.place().sheet().getSheetName(),
                    named.place().headerCells().stream()
                        .map(cell -> told(named.place(), cell))
                        .toList()))
        .toList();
  }

  private static TemplatePlace.Column told(Place place, Place.Header header) {
    var cell = new CellReference(place.header(), header.column());
    return new TemplatePlace.Column(header.text(), cell.formatAsString());
  }
}
