package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.Request;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowRequestsTest {
  private final RowRequests requests = new RowRequests(5);

  @Test
  void writesNeighbouringRowsOfOneShapeInOneRequest() {
    var parts = requests.of(List.of(changed(8, 1, 2), changed(7, 1, 2), changed(9, 1, 2)));

    assertThat(parts).hasSize(1);
    var update = parts.getFirst().request().getUpdateCells();
    assertThat(update.getStart().getRowIndex()).isEqualTo(7);
    assertThat(update.getStart().getColumnIndex()).isEqualTo(1);
    assertThat(update.getRows()).hasSize(3);
    assertThat(update.getFields()).isEqualTo("userEnteredValue");
  }

  @Test
  void leavesOutColumnsThatTheRowDoesNotHave() {
    var parts = requests.of(List.of(changed(7, 1, 2, 5)));

    assertThat(parts)
        .extracting(part -> part.request().getUpdateCells().getStart().getColumnIndex())
        .containsExactly(1, 5);
  }

  @Test
  void splitsWhereTheFieldMaskChanges() {
    var row = changed(7, 1, 2);
    row.cells().put(2, TypedCell.of(new Cell.Date(LocalDate.EPOCH), CellKind.DATE));

    assertThat(requests.of(List.of(row)))
        .extracting(part -> part.request().getUpdateCells().getFields())
        .containsExactly("userEnteredValue", "userEnteredFormat.numberFormat,userEnteredValue");
  }

  @Test
  void addsAllNewRowsInOneRequestFromTheFirstColumn() {
    var added = new Written(Plan.APPENDED, "k", true, changed(0, 2).cells());

    var parts = requests.of(List.of(added, changed(3, 1), added));

    assertThat(parts).extracting(RowRequests.Part::request).filteredOn(this::appends).hasSize(1);
    var sent = AsRead.by(Request.class, parts.getLast().request());
    var rows = sent.getAppendCells().getRows();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().getValues()).hasSize(3);
    assertThat(rows.getFirst().getValues().getFirst()).isEmpty();
  }

  private boolean appends(Request request) {
    return request.getAppendCells() != null;
  }

  private static Written changed(int row, int... columns) {
    var cells = new TreeMap<Integer, TypedCell>();
    for (int column : columns) {
      cells.put(column, TypedCell.of(new Cell.Text("r" + row + "c" + column), CellKind.TEXT));
    }
    return new Written(row, "key" + row, false, cells);
  }
}
