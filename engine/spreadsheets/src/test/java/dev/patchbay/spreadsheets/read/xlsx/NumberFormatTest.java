package dev.patchbay.spreadsheets.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-mm-dd",
        "d/m/yy h:mm;@",
        "[$-407]d. mmmm yyyy;@",
        "[Red]dd\\.mm\\.yyyy",
        "mmm",
        "\"on \"dd/mm",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        "yyyy\"-0-\"mm",
        "[$-411]ge.m.d",
        "[$-411]ggge",
        "e",
        "aaa",
        "[$-411]aaaa;@",
        "[=0]\"\";dd.mm.yyyy",
        "\"\";d/m/yy"
      })
  void knowsDays(String code) {
    assertThat(NumberFormat.of(code)).isEqualTo(Meaning.DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h:mm", "hh:mm:ss.000", "[$-409]h:mm AM/PM;@", "mm:ss", "h \"Uhr\""})
  void knowsTimesOfDay(String code) {
    assertThat(NumberFormat.of(code)).isEqualTo(Meaning.TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "General",
        "Standard",
        "Estándar",
        "0.00",
        "[h]:mm",
        "[mm]:ss",
        "[SS].00",
        "#,##0.00 \"days\"",
        "0%",
        "@",
        "0.00E+00",
        "[Red]-0;[Blue]0",
        "_-* #,##0\\ \"hmd\"_-",
        "0\\d",
        "[>=100]0;0.0",
        "#\"",
        "[",
        "\\",
        "",
        "GENERAL\" g\"",
        "General;[Red]-General",
        "@;d/m/yy",
        "\"x\";0;d/m/yy",
        ";;;",
        "a",
        "0e+0"
      })
  void leavesNumbersAsTheyAre(String code) {
    assertThat(NumberFormat.of(code)).isEqualTo(Meaning.NUMBER);
  }
}
