package dev.patchbay.server.export.file;

import dev.patchbay.server.export.row.ExportColumn;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where rows go in a workbook.
 *
 * @param version number of the template's
 * @param name of the table or range
 * @param headers that stand in its first row
 */
public record WorkbookPlace(String template, int version, String name, List<String> headers) {
  private static final String ZONE = " \\([^()]*\\)$";

  public WorkbookPlace {
    headers = List.copyOf(headers);
  }

  /** A column that has a header there. */
  record Fitting(ExportColumn column, String header) {}

  /** Those of some columns that have one; no two have the same. */
  public List<Fitting> fitting(List<ExportColumn> columns) {
    var taken = new HashSet<String>();
    var fitting = new ArrayList<Fitting>();
    for (var column : columns) {
      header(column)
          .filter(taken::add)
          .ifPresent(header -> fitting.add(new Fitting(column, header)));
    }
    return fitting;
  }

  /** The columns alone. */
  public List<ExportColumn> columnsOf(List<ExportColumn> columns) {
    return fitting(columns).stream().map(Fitting::column).toList();
  }

  /** That with the header of the column, of times also without its zone, or with its id. */
  private Optional<String> header(ExportColumn column) {
    var plain =
        column.type() == ColumnType.DATE_TIME
            ? column.header().replaceFirst(ZONE, "")
            : column.header();
    return Stream.of(column.header(), plain, column.id())
        .flatMap(wanted -> headers.stream().filter(wanted::equalsIgnoreCase))
        .findFirst();
  }
}
