package dev.patchbay.server.export;

import dev.patchbay.model.request.RequestView;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.Column;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.util.function.Function;

/** One column that a dataset has to give, and how a row fills it. */
record ExportColumn(String id, String header, ColumnType type, Function<RequestView, Cell> cell) {
  Column column() {
    return Column.of(header, type);
  }
}
