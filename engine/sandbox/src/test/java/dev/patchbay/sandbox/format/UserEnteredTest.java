package dev.patchbay.sandbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.sheets.model.Extras;
import dev.patchbay.sandbox.sheets.model.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserEnteredTest {

  private final UserEntered us = new UserEntered("en_US", 2026);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0042|42|``|``",
        "-1.5|-1.5|``|``",
        ".5|0.5|``|``",
        "+3|3|``|``",
        "1e3|1000|SCIENTIFIC|0.00E+00",
        "2,000,000.01|2000000.01|NUMBER|#,##0.00",
        "1,000|1000|NUMBER|#,##0",
        "12%|0.12|PERCENT|0%",
        "12.5%|0.125|PERCENT|0.00%",
        "$100.15|100.15|CURRENCY|\"$\"#,##0.00",
        "-$5|-5|CURRENCY|\"$\"#,##0",
        "2020-01-01|43831|DATE|yyyy-mm-dd",
        "1/2/2020|43832|DATE|m/d/yyyy",
        "1-2|46024|DATE|m-d",
        "1 Jan 2020|43831|DATE|d-mmm-yyyy",
        "January 1, 2020|43831|DATE|mmmm d, yyyy",
        "18:00|0.75|TIME|h:mm",
        "6:00 PM|0.75|TIME|h:mm am/pm",
        "2020-01-01 18:00:00|43831.75|DATE_TIME|yyyy-mm-dd h:mm:ss",
        "2020-01-01T06:00|43831.25|DATE_TIME|yyyy-mm-dd h:mm"
      })
  void readsNumbersMoneyAndDates(String text, double number, String type, String pattern) {
    var entry = us.parse(text, Extras.NONE);

    assertThat(entry.value()).isEqualTo(Value.of(number));
    var format = entry.extras().get("userEnteredFormat").path("numberFormat");
    assertThat(format.path("type").asText("") + format.path("pattern").asText(""))
        .isEqualTo(type + pattern);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text", "12abc", "1,00", "1.2.3", "2020-13-01", "32/1/2020", "25:00", "13:00 PM", "--5",
        "-", ".", "$", "%", "2 fish", "=", " ", "1e999", "ten%"
      })
  void keepsEverythingElseAsText(String text) {
    assertThat(us.parse(text, Extras.NONE)).isEqualTo(new Entry(Value.of(text), null, Extras.NONE));
  }

  @Test
  void readsBooleansInAnyCase() {
    assertThat(us.parse("TRUE", Extras.NONE).value()).isEqualTo(Value.of(true));
    assertThat(us.parse("False", Extras.NONE).value()).isEqualTo(Value.of(false));
  }

  @Test
  void takesAnApostropheAsTheMarkOfText() {
    assertThat(us.parse("'0123", Extras.NONE).value()).isEqualTo(Value.of("0123"));
    assertThat(us.parse("'=1+1", Extras.NONE).formula()).isNull();
  }

  @Test
  void takesAnEqualsSignAsTheStartOfAFormula() {
    assertThat(us.parse("=1+1", Extras.NONE)).isEqualTo(new Entry(null, "=1+1", Extras.NONE));
  }

  @Test
  void leavesTextInCellsThatAreFormattedAsText() {
    var text = format("{\"numberFormat\":{\"type\":\"TEXT\"}}");

    assertThat(us.parse("007", text).value()).isEqualTo(Value.of("007"));
  }

  @Test
  void keepsTheFormatThatACellAlreadyHas() {
    var money = format("{\"numberFormat\":{\"type\":\"CURRENCY\"}}");

    assertThat(us.parse("2020-01-01", money)).isEqualTo(new Entry(Value.of(43831), null, money));
  }

  @Test
  void readsTheWayOfTheLocale() {
    var german = new UserEntered("de_DE", 2026);

    assertThat(german.parse("1.234,5", Extras.NONE).value()).isEqualTo(Value.of(1234.5));
    assertThat(german.parse("2.1.2020", Extras.NONE).value()).isEqualTo(Value.of(43832));
    assertThat(new UserEntered("en_GB", 2026).parse("2/1/2020", Extras.NONE).value())
        .isEqualTo(Value.of(43832));
  }

  private static Extras format(String json) {
    return Extras.NONE.with("userEnteredFormat", Json.read(json));
  }
}
