package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.testkit.Sender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written comes back equal through the official client. */
class TypedCellsTest {
  private record Sample(CellKind kind, Cell cell, ExtendedValue stored, String shown) {}

  private static final List<Sample> SAMPLES =
      List.of(
          text("007"),
          text("=IMPORTXML(\"https://example.org\",\"//a\")"),
          text("+49 30 901820"),
          text("1/2"),
          text("-1"),
          text("TRUE"),
          text("'quoted"),
          text(" leading and trailing "),
          text("12345678901234567"),
          text("line one\nline two\ttab"),
          text("Straße 🌵 日本語 \u202Bעברית"),
          text("\"quotes\" and \\ backslash"),
          number(CellKind.INTEGER, "42", 42, "42"),
          number(CellKind.DECIMAL, "-0.125", -0.125, "-0.125"),
          new Sample(
              CellKind.INTEGER,
              new Cell.Numeric(new BigDecimal("12345678901234567")),
              new ExtendedValue().setStringValue("12345678901234567"),
              "12345678901234567"),
          new Sample(
              CellKind.BOOLEAN,
              new Cell.Bool(true),
              new ExtendedValue().setBoolValue(true),
              "TRUE"),
          new Sample(
              CellKind.DATE,
              new Cell.Date(LocalDate.of(2026, 2, 28)),
              new ExtendedValue().setNumberValue(46081.0),
              "2026-02-28"),
          new Sample(
              CellKind.DATE_TIME,
              new Cell.DateTime(LocalDateTime.of(2026, 2, 28, 18, 30, 0)),
              new ExtendedValue().setNumberValue(46081 + 18.5 / 24),
              "2026-02-28 18:30:00"),
          new Sample(
              CellKind.MONEY,
              new Cell.Money(new BigDecimal("1234.5"), "EUR"),
              new ExtendedValue().setNumberValue(1234.5),
              "1,234.50 EUR"),
          new Sample(
              CellKind.LINK,
              new Cell.Link("https://example.org/case/7", "Case 7"),
              new ExtendedValue().setStringValue("Case 7"),
              "Case 7"));

  private final Playground playground = new Playground();

  @AfterEach
  void close() {
    playground.close();
  }

  @Test
  void readsBackWhatItWroteInNewRowsAndInChangedOnes() {
    try (var connector = playground.connect()) {
      var sender = new Sender(connector, playground.target(), layout(), 1);
      sender.deliverForSure(List.of(full("new"), new Row("changed", new LinkedHashMap<>())));
      sender.deliverForSure(List.of(full("changed")));
    }

    var cells = playground.person().cells(Playground.TAB);
    for (var row : cells.subList(1, 3)) {
      for (int i = 0; i < SAMPLES.size(); i++) {
        var read = row.get(i + 1);
        assertThat(read.getUserEnteredValue()).isEqualTo(SAMPLES.get(i).stored());
        assertThat(read.getFormattedValue()).isEqualTo(SAMPLES.get(i).shown());
      }
    }
  }

  @Test
  void linksTheLabelToItsAddress() {
    try (var connector = playground.connect()) {
      new Sender(connector, playground.target(), layout(), 1).deliverForSure(List.of(full("new")));
    }

    CellData link = playground.person().cells(Playground.TAB).get(1).get(SAMPLES.size());
    assertThat(link.getUserEnteredFormat().getTextFormat().getLink().getUri())
        .isEqualTo("https://example.org/case/7");
  }

  private static Layout layout() {
    var columns = new ArrayList<Column>();
    columns.add(new Column("id", "Id", CellKind.TEXT));
    for (int i = 0; i < SAMPLES.size(); i++) {
      columns.add(new Column("c" + i, "Column " + i, SAMPLES.get(i).kind()));
    }
    return new Layout(columns, "id", WriteMode.UPSERT);
  }

  private static Row full(String key) {
    var cells = new LinkedHashMap<String, Cell>();
    for (int i = 0; i < SAMPLES.size(); i++) {
      cells.put("c" + i, SAMPLES.get(i).cell());
    }
    return new Row(key, cells);
  }

  private static Sample text(String text) {
    return new Sample(
        CellKind.TEXT, new Cell.Text(text), new ExtendedValue().setStringValue(text), text);
  }

  private static Sample number(CellKind kind, String number, double stored, String shown) {
    return new Sample(
        kind,
        new Cell.Numeric(new BigDecimal(number)),
        new ExtendedValue().setNumberValue(stored),
        shown);
  }
}
