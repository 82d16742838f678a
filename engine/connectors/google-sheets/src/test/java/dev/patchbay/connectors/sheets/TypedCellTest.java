package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCellTest {
  @ParameterizedTest
  @ValueSource(strings = {"007", "=IMPORTXML(\"x\")", "+49 30", "1/2", "TRUE", "'x", "a\nb", "🌵"})
  void writesTextAsText(String text) {
    assertThat(value(new Cell.Text(text))).isEqualTo(new ExtendedValue().setStringValue(text));
  }

  @Test
  void writesANumberAsNumber() {
    assertThat(value(number("0.1"))).isEqualTo(new ExtendedValue().setNumberValue(0.1));
    assertThat(value(number("-1200"))).isEqualTo(new ExtendedValue().setNumberValue(-1200.0));
  }

  @Test
  void writesANumberThatADoubleWouldRoundAsText() {
    assertThat(value(number("12345678901234567")))
        .isEqualTo(new ExtendedValue().setStringValue("12345678901234567"));
  }

  @ParameterizedTest
  @CsvSource({"1900-01-01,2", "2020-01-01,43831", "1899-12-30,0"})
  void countsDaysAsSheetsDoes(LocalDate day, double serial) {
    assertThat(value(new Cell.Date(day))).isEqualTo(new ExtendedValue().setNumberValue(serial));
  }

  @Test
  void writesTimeAsPartOfADay() {
    var noon = new Cell.DateTime(LocalDateTime.of(1900, 1, 1, 12, 0));

    assertThat(value(noon)).isEqualTo(new ExtendedValue().setNumberValue(2.5));
  }

  @ParameterizedTest
  @CsvSource({"EUR,'#,##0.00 [$EUR]'", "JPY,'#,##0 [$JPY]'", "KWD,'#,##0.000 [$KWD]'"})
  void showsMoneyWithItsCurrency(String currency, String pattern) {
    var money = TypedCell.of(new Cell.Money(BigDecimal.TEN, currency), CellKind.MONEY);

    assertThat(read(money).getUserEnteredFormat().getNumberFormat().getPattern())
        .isEqualTo(pattern);
  }

  @Test
  void leavesTheFormatOfPlainCellsToPeople() {
    assertThat(TypedCell.of(new Cell.Text("x"), CellKind.TEXT).fields())
        .isEqualTo(Set.of("userEnteredValue"));
  }

  @Test
  void clearsACellWithTheFieldsOfItsColumn() {
    var cleared = TypedCell.of(new Cell.Empty(), CellKind.DATE);

    assertThat(read(cleared)).isEqualTo(new CellData());
    assertThat(cleared.fields())
        .isEqualTo(Set.of("userEnteredValue", "userEnteredFormat.numberFormat"));
  }

  @Test
  void linksALabel() {
    var link = TypedCell.of(new Cell.Link("https://example.org", "Case 7"), CellKind.LINK);

    assertThat(read(link).getUserEnteredValue().getStringValue()).isEqualTo("Case 7");
    assertThat(read(link).getUserEnteredFormat().getTextFormat().getLink().getUri())
        .isEqualTo("https://example.org");
  }

  @Test
  void recognisesItselfInWhatWasRead() {
    var seven = new CellData().setUserEnteredValue(new ExtendedValue().setNumberValue(7.0));

    assertThat(TypedCell.of(number("7"), CellKind.INTEGER).standsIn(seven)).isTrue();
    assertThat(TypedCell.of(new Cell.Text("7"), CellKind.TEXT).standsIn(seven)).isFalse();
    assertThat(TypedCell.cleared().standsIn(new CellData())).isTrue();
    assertThat(TypedCell.cleared().standsIn(seven)).isFalse();
    assertThat(TypedCell.of(number("7"), CellKind.INTEGER).standsIn(new CellData())).isFalse();
    var formula = new ExtendedValue().setFormulaValue("=7");
    assertThat(TypedCell.cleared().standsIn(new CellData().setUserEnteredValue(formula))).isFalse();
  }

  private static ExtendedValue value(Cell cell) {
    return read(TypedCell.of(cell, CellKind.TEXT)).getUserEnteredValue();
  }

  private static CellData read(TypedCell cell) {
    return AsRead.by(CellData.class, cell.json());
  }

  private static Cell number(String text) {
    return new Cell.Numeric(new BigDecimal(text));
  }
}
