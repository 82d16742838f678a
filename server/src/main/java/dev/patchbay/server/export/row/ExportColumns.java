package dev.patchbay.server.export.row;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetField;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.server.dataset.DatasetFields;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of datasets: those that every row has, and those that the route which fills the read
 * model adds. Moments are shown in one zone, which their headers name.
 */
public record ExportColumns(DatasetFields fields, ZoneId zone) {
  /** All there are, by id, in their usual order. */
  public Map<String, ExportColumn> of(Dataset dataset) {
    var all = new LinkedHashMap<String, ExportColumn>();
    all.put(Dataset.KEY, plain(Dataset.KEY, DatasetFields.KEY_HEADER, ColumnType.TEXT));
    dataset.fields().forEach(field -> all.put(field.id(), own(field)));
    fields.further(dataset).forEach(column -> all.putIfAbsent(column.id(), further(column)));
    return distinct(all);
  }

  /** A header that another column has already is told apart by the id of its column. */
  static Map<String, ExportColumn> distinct(Map<String, ExportColumn> columns) {
    var headers = new HashSet<String>();
    columns.replaceAll(
        (id, column) -> {
          var header = column.header();
          while (!headers.add(header.toLowerCase(Locale.ROOT))) {
            header += " (" + id + ")";
          }
          return column.called(header);
        });
    return columns;
  }

  private ExportColumn own(DatasetField field) {
    return switch (field.kind()) {
      case TEXT -> plain(field.id(), field.header(), ColumnType.TEXT);
      case FLAG -> plain(field.id(), field.header(), ColumnType.BOOLEAN);
      case TIME -> moment(field);
    };
  }

  private static ExportColumn further(ColumnMapping mapping) {
    return plain(mapping.id(), mapping.header(), FieldCells.type(mapping.type()));
  }

  private static ExportColumn plain(String id, String header, ColumnType type) {
    return new ExportColumn(id, header, type, value -> FieldCells.cell(type, value));
  }

  private ExportColumn moment(DatasetField field) {
    return new ExportColumn(
        field.id(),
        field.header() + " (" + zone.getId() + ")",
        ColumnType.DATE_TIME,
        value ->
            value instanceof Instant at
                ? new Cell.DateTime(LocalDateTime.ofInstant(at, zone))
                : Cell.EMPTY);
  }
}
