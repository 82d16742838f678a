package dev.patchbay.sandbox.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.sheets.model.Value;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

  private final NumberFormat us = new NumberFormat(Locale.US);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "2, 2",
    "1.5, 1.5",
    "0.0009765625, 0.0009765625",
    "0.3333333333333333, 0.3333333333",
    "0.30000000000000004, 0.3",
    "123456789012345, 123456789012345",
    "1234567.891, 1234567.891",
    "1e15, 1E+15",
    "1.5e20, 1.5E+20",
    "1e-10, 1E-10"
  })
  void showsNumbersWithoutAFormatInTenDigits(double number, String shown) {
    assertThat(us.format(Value.of(number), "", "")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "#,##0.00|1234.5|1,234.50",
        "#,##0|1234567|1,234,567",
        "0|1.5|2",
        "0.0#|1.25|1.25",
        "0.0#|1.2|1.2",
        "00000|42|00042",
        "#|0|``",
        "0%|0.125|13%",
        "0.00%|0.125|12.50%",
        "\"$\"#,##0.00|1234.5|$1,234.50",
        "\"$\"#,##0.00|-5|-$5.00",
        "0;(0)|-5|(5)",
        "0;(0);\"-\"|0|-",
        "0.00E+00|12345|1.23E+04",
        "0.00E+00|0.00012|1.20E-04",
        "0.0,|1234567|1234.6",
        "[$€-407]0.00|1.5|€1.50",
        "[RED]0|5|5",
        "0 \"kg\"|5|5 kg",
        "0\\x|5|5x"
      })
  void followsANumberPattern(String pattern, double number, String shown) {
    assertThat(us.format(Value.of(number), "NUMBER", pattern)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-mm-dd|43831|2020-01-01",
        "m/d/yy|43831|1/1/20",
        "mmmm d, yyyy|43831|January 1, 2020",
        "mmm|43831|Jan",
        "mmmmm|43831|J",
        "ddd|43831|Wed",
        "dddd|43831|Wednesday",
        "yyyy-mm-dd hh:mm:ss|43831.75|2020-01-01 18:00:00",
        "h:mm am/pm|43831.75|6:00 PM",
        "h:mm a/p|43831.25|6:00 A",
        "hh:mm|43831.0625|01:30",
        "mm:ss|43831.0625|30:00",
        "ss.000|0.0000000116|00.001",
        "[h]:mm|1.5|36:00",
        "[m]|0.0625|90",
        "[s]|0.001|86",
        "d. mmm|43831|1. Jan",
        "\"on\" d|43831|on 1"
      })
  void followsADatePattern(String pattern, double serial, String shown) {
    assertThat(us.format(Value.of(serial), "DATE_TIME", pattern)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US|DATE|1/1/2020",
        "de-DE|DATE|01.01.2020",
        "fr-FR|DATE|01/01/2020",
        "sv-SE|DATE|2020-01-01",
        "en-US|TIME|6:00:00 PM",
        "de-DE|TIME|18:00:00",
        "en-US|DATE_TIME|1/1/2020 6:00:00 PM",
        "en-GB|CURRENCY|£43,831.75",
        "en-US|SCIENTIFIC|4.38E+04",
        "en-US|PERCENT|4383175.00%",
        "de-DE|NUMBER|43.831,75"
      })
  void takesThePatternOfTheLocaleWhereNoneIsGiven(String locale, String type, String shown) {
    var format = new NumberFormat(Locale.forLanguageTag(locale));

    assertThat(format.format(Value.of(43831.75), type, "")).isEqualTo(shown);
  }

  @Test
  void guessesFromThePatternWhetherItIsADate() {
    assertThat(us.format(Value.of(43831), "", "yyyy")).isEqualTo("2020");
    assertThat(us.format(Value.of(43831), "", "0.0")).isEqualTo("43831.0");
  }

  @Test
  void showsOtherValuesAsTheyAre() {
    assertThat(us.format(Value.of("text"), "NUMBER", "0.00")).isEqualTo("text");
    assertThat(us.format(Value.of(true), "NUMBER", "0.00")).isEqualTo("TRUE");
    assertThat(us.format(new Value.Failure("REF", "#REF!", "gone"), "", "")).isEqualTo("#REF!");
  }
}
