package dev.patchbay.spreadsheets.templates;

import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFTable;

/**
 * What of a workbook is filled.
 *
 * @param table that the place is, if it is one
 * @param columns where in the place the cells of a row go
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Target(Place place, Optional<XSSFTable> table, int[] columns) {
  /** Has the place, and the names that end with it, take so many rows. */
  void extend(int rows) {
    place.names().forEach(name -> place.extend(name, rows));
    table.ifPresent(found -> found.setArea(place.extended(rows)));
  }
}
