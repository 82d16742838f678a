package dev.patchbay.sandbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Moment;
import dev.patchbay.sandbox.sheets.NewSheets;
import dev.patchbay.sandbox.sheets.NewSpreadsheets;
import dev.patchbay.sandbox.sheets.model.Cell;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Sheet;
import dev.patchbay.sandbox.sheets.model.Spreadsheet;
import dev.patchbay.sandbox.sheets.model.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

  private static final Instant NOW = Instant.parse("2020-01-01T12:00:00Z");

  private final Spreadsheet book = NewSpreadsheets.blank("id", "Book", new Moment(NOW, 1));
  private final Sheet sheet = book.sheets().getFirst();

  FormulaTest() {
    set(0, Value.of(1), Value.of(2), Value.of("three"));
    set(1, Value.of(4), Value.of(true));
  }

  private void set(int row, Value... cells) {
    for (var column = 0; column < cells.length; column++) {
      sheet.grid().set(row, column, cells[column]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+2*3|7",
        "= 1 / 1024|0.0009765625",
        "=(1+2)*3|9",
        "=2^3^2|64",
        "=-2^2|4",
        "=50%|0.5",
        "=A1+B1|3",
        "=SUM(A1:B2)|7",
        "=SUM(A:A)|5",
        "=SUM(A1:C1, 10)|13",
        "=AVERAGE(A1:A2)|2.5",
        "=MIN(A1:B2)|1",
        "=MAX(A1:B2)|4",
        "=COUNT(A1:C2)|3",
        "=COUNTA(A1:C2)|5",
        "=ROUND(2.345, 2)|2.35",
        "=ROUNDDOWN(-2.5)|-2",
        "=MOD(-7, 3)|2",
        "=ABS(-3)|3",
        "=INT(-1.5)|-2",
        "=LEN(C1)|5",
        "=IF(A1<B1, 10, 20)|10",
        "=IF(A1=B1, 10, 20)|20",
        "=IFERROR(1/0, 9)|9",
        "=IFERROR(NOPE(1), 9)|9",
        "=TODAY()|43831",
        "=NOW()|43831.5",
        "=$A$1+Sheet1!B1|3",
        "='Sheet1'!A2|4",
        "=Z99+1|1"
      })
  void computesNumbers(String formula, double number) {
    assertThat(value(formula)).isEqualTo(Value.of(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=\"a\"&\"b\"|ab",
        "=C1&A1|three1",
        "=CONCATENATE(A1, \" \", C1)|1 three",
        "=JOIN(\"-\", A1:B1)|1-2",
        "=UPPER(C1)|THREE",
        "=TRIM(\"  a  b \")|a b",
        "=\"say \"\"hi\"\"\"|say \"hi\"",
        "=HYPERLINK(\"http://x\", \"label\")|label"
      })
  void computesText(String formula, String text) {
    assertThat(value(formula)).isEqualTo(Value.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "=1<2, true",
    "=2<>2, false",
    "=\"A\"=\"a\", true",
    "='Sheet1'!B2, true",
    "=NOT(TRUE), false",
    "=OR(1=2; 2=2), true"
  })
  void computesTruth(String formula, boolean flag) {
    assertThat(value(formula)).isEqualTo(Value.of(flag));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=1/0|#DIV/0!",
        "=AVERAGE(C1)|#DIV/0!",
        "=NOPE(1)|#NAME?",
        "=nope|#NAME?",
        "=Gone!A1|#REF!",
        "=C1+1|#VALUE!",
        "=1+|#ERROR!",
        "=(1|#ERROR!",
        "=\"open|#ERROR!",
        "=ROUND()|#N/A",
        "=1 2|#ERROR!"
      })
  void saysHonestlyWhatItCannotCompute(String formula, String code) {
    assertThat(value(formula))
        .isInstanceOfSatisfying(
            Value.Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
  }

  @Test
  void noticesThatAFormulaNeedsItself() {
    sheet.grid().set(5, 0, Cell.of(null, "=B6", Extras.NONE));
    sheet.grid().set(5, 1, Cell.of(null, "=A6", Extras.NONE));

    assertThat(new Shown(book, NOW).value(sheet, 5, 0))
        .isEqualTo(new Value.Failure("REF", "#REF!", "Circular dependency detected."));
  }

  @Test
  void passesAnErrorOnToWhatUsesIt() {
    sheet.grid().set(5, 0, Cell.of(null, "=1/0", Extras.NONE));

    assertThat(value("=A6+1")).extracting("code").isEqualTo("#DIV/0!");
  }

  @Test
  void knowsNamedRangesAndOtherTabs() {
    var other = NewSheets.create(book, Json.object().put("title", "Other Tab"), new Moment(NOW, 2));
    other.grid().set(0, 0, Value.of(5));
    book.sheets().add(other);
    var name = Json.object().put("name", "total");
    name.putObject("range").put("sheetId", 0).put("endRowIndex", 2).put("endColumnIndex", 1);
    book.namedRanges(List.of(name));

    assertThat(value("=SUM(total)+'Other Tab'!A1")).isEqualTo(Value.of(10));
  }

  private Value value(String formula) {
    return new Formula(formula, book, sheet, new Shown(book, NOW), NOW).evaluate();
  }
}
