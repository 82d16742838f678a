package dev.patchbay.server.export.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.route.CellType;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldCellsTest {
  @Test
  void aValueIsWrittenAsItsColumnHasIt() {
    assertThat(FieldCells.cell(ColumnType.TEXT, "007")).isEqualTo(new Cell.Text("007"));
    assertThat(FieldCells.cell(ColumnType.LINK, "https://x.example"))
        .isEqualTo(new Cell.Text("https://x.example"));
    assertThat(FieldCells.cell(ColumnType.BOOLEAN, true)).isEqualTo(new Cell.Bool(true));
    assertThat(FieldCells.cell(ColumnType.INTEGER, 7)).isEqualTo(exact("7"));
    assertThat(FieldCells.cell(ColumnType.INTEGER, 7L)).isEqualTo(exact("7"));
    assertThat(FieldCells.cell(ColumnType.DECIMAL, new BigDecimal("0.10")))
        .isEqualTo(exact("0.10"));
    assertThat(FieldCells.cell(ColumnType.DATE, "2026-01-31"))
        .isEqualTo(new Cell.Date(LocalDate.of(2026, 1, 31)));
    assertThat(FieldCells.cell(ColumnType.DATE_TIME, "2026-01-31T08:15"))
        .isEqualTo(new Cell.DateTime(LocalDateTime.of(2026, 1, 31, 8, 15)));
    assertThat(
            FieldCells.cell(
                ColumnType.MONEY, Map.of("amount", new BigDecimal("12.50"), "currency", "EUR")))
        .isEqualTo(exact("12.50"));
  }

  private static Cell exact(String number) {
    return new Cell.Exact(new BigDecimal(number));
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void whatIsNotKnownLeavesACellEmpty(ColumnType type) {
    assertThat(FieldCells.cell(type, null)).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(type, "")).isEqualTo(Cell.EMPTY);
  }

  @Test
  void aValueOfAnotherTypeLeavesItsCellEmpty() {
    assertThat(FieldCells.cell(ColumnType.TEXT, 7)).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(ColumnType.INTEGER, "7")).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(ColumnType.INTEGER, new BigDecimal("7.5"))).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(ColumnType.BOOLEAN, "true")).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(ColumnType.DATE, "31.01.2026")).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(ColumnType.DATE_TIME, "2026-01-31T25:00")).isEqualTo(Cell.EMPTY);
    assertThat(FieldCells.cell(ColumnType.MONEY, Map.of("currency", "EUR"))).isEqualTo(Cell.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(CellType.class)
  void everyTypeOfAMappingHasItsColumn(CellType type) {
    assertThat(FieldCells.type(type).name()).isEqualTo(type.name());
  }
}
