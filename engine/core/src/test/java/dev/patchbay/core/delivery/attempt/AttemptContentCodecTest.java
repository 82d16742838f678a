package dev.patchbay.core.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.Target;
import dev.patchbay.spi.Token;
import dev.patchbay.spi.WriteMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptContentCodecTest {
  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Column("id", "Id", CellKind.TEXT), new Column("b", "\"B\"\n", CellKind.DECIMAL)),
          "id",
          WriteMode.UPSERT);
  private final AttemptContentCodec codec = new AttemptContentCodec();

  @Test
  void everyKindOfCellComesBackAsItWas() {
    var cells =
        List.of(
            new Cell.Text("007 \u0000 é \uD83D\uDE00"),
            new Cell.Numeric(new BigDecimal("1.50")),
            new Cell.Numeric(new BigDecimal("12345678901234567890")),
            new Cell.Bool(true),
            new Cell.Bool(false),
            new Cell.Date(LocalDate.of(2026, 2, 28)),
            new Cell.DateTime(LocalDateTime.of(2026, 2, 28, 23, 59, 1)),
            new Cell.Money(new BigDecimal("0.10"), "EUR"),
            new Cell.Link("https://x.example/?a=1", "x"),
            new Cell.Empty());
    var rows = cells.stream().map(cell -> new Row("k", Map.of("b", cell))).toList();
    assertThat(codec.read(codec.write(content(rows))).rows()).isEqualTo(rows);
  }

  @Test
  void theWholeContentComesBack() {
    var cells = new LinkedHashMap<String, Cell>();
    cells.put("b", new Cell.Empty());
    cells.put("id", new Cell.Text("k"));
    var content = content(List.of(new Row("k", cells), new Row("l", Map.of())));
    assertThat(codec.read(codec.write(content))).isEqualTo(content);
  }

  @Test
  void isCompact() {
    var rows =
        java.util.stream.IntStream.range(0, 1_000)
            .mapToObj(i -> new Row("key-" + i, Map.of("id", new Cell.Text("some words " + i))))
            .toList();
    assertThat(codec.write(content(rows)).length).isLessThan(rows.size() * 20);
  }

  @Test
  void refusesWhatItDidNotWrite() {
    assertThatThrownBy(() -> codec.read(new byte[] {9, 9}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> codec.read(new byte[] {1, 9}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static AttemptContent content(List<Row> rows) {
    return new AttemptContent(
        new Target(Map.of("tab", "Requests")),
        LAYOUT,
        rows,
        "{\"rows\":[17]}",
        Map.of("k", "3\t7\t\t12\tid"),
        List.of(new Token(5, new UUID(1, 2))));
  }
}
