package dev.patchbay.sandbox.a1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.sheets.model.Area;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class A1Test {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Sheet1!A1:B2|Sheet1|A1:B2|false",
        "'My Tab'!A:A|My Tab|A:A|true",
        "'Jon''s'!A1|Jon's|A1|true",
        "'Jon's_Data'!A1:D5|Jon's_Data|A1:D5|true",
        "'A1'|A1|``|true",
        "a!b!C3|a!b|C3|false"
      })
  void splitsTitleAndCells(String text, String title, String rest, boolean quoted) {
    assertThat(A1.parse(text)).isEqualTo(new A1(Optional.of(title), rest, quoted));
  }

  @Test
  void leavesATextWithoutATitleWhole() {
    assertThat(A1.parse("A1:B2")).isEqualTo(new A1(Optional.empty(), "A1:B2", false));
    assertThat(A1.parse("'open")).isEqualTo(new A1(Optional.empty(), "'open", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Sheet1|Sheet1",
        "my_tab|my_tab",
        "My Tab|'My Tab'",
        "D3|'D3'",
        "AAA12|'AAA12'",
        "R1C1|'R1C1'",
        "true|'true'",
        "1st|'1st'",
        "Jon's|'Jon''s'",
        "🌵|'🌵'"
      })
  void quotesTitlesThatNeedIt(String title, String printed) {
    assertThat(A1.quote(title)).isEqualTo(printed);
  }

  @Test
  void printsACellWithoutAColon() {
    assertThat(A1.print("Sheet1", new Area(3, 4, 3, 4))).isEqualTo("Sheet1!D4");
    assertThat(A1.print("Sheet1", new Area(0, 1000, 0, 26))).isEqualTo("Sheet1!A1:Z1000");
  }
}
