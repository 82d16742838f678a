package dev.patchbay.server.export.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ExportColumnsTest {
  @Test
  void columnsOfOneHeaderAreToldApartByTheirIds() {
    var columns = new LinkedHashMap<String, ExportColumn>();
    for (var column : new String[][] {{"key", "Id"}, {"id", "ID"}, {"x", "id (id)"}, {"y", "Y"}}) {
      columns.put(
          column[0], new ExportColumn(column[0], column[1], ColumnType.TEXT, value -> Cell.EMPTY));
    }

    assertThat(ExportColumns.distinct(columns).values())
        .extracting(ExportColumn::header)
        .containsExactly("Id", "ID (id)", "id (id) (x)", "Y");
  }
}
