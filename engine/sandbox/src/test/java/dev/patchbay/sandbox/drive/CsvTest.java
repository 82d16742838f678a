package dev.patchbay.sandbox.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void readsQuotesLineBreaksAndDelimitersInsideCells() {
    assertThat(Csv.read("a,\"b,\"\"c\"\"\nd\",\r\ne\n", ','))
        .isEqualTo(List.of(List.of("a", "b,\"c\"\nd", ""), List.of("e")));
  }

  @Test
  void readsTheLastLineWithoutALineBreak() {
    assertThat(Csv.read("a\tb\nc", '\t')).isEqualTo(List.of(List.of("a", "b"), List.of("c")));
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(Csv.read("", ',')).isEmpty();
  }

  @Test
  void quotesCellsThatNeedIt() {
    assertThat(
            List.of("plain", "a,b", "say \"hi\"", "two\nlines", "").stream()
                .map(c -> Csv.quote(c, ',')))
        .containsExactly("plain", "\"a,b\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "");
  }

  @Test
  void hasNoQuotesBetweenTabs() {
    assertThat(Csv.quote("a\tb\n\"c\"", '\t')).isEqualTo("a b \"c\"");
  }
}
