package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class A1Test {
  @Test
  void countsColumnsInLetters() {
    assertThat(List.of(0, 25, 26, 51, 701, 702, 18_277))
        .extracting(A1::column)
        .containsExactly("A", "Z", "AA", "AZ", "ZZ", "AAA", "ZZZ");
  }

  @Test
  void doublesQuotesOfTitles() {
    assertThat(A1.header("Jon's data")).isEqualTo("'Jon''s data'!1:1");
  }

  @Test
  void addressesKeyCells() {
    assertThat(A1.cells("Requests", 2, 16, 19)).isEqualTo("'Requests'!C17:C20");
    assertThat(A1.downFrom("Requests", 2, 16)).isEqualTo("'Requests'!C17:C");
  }

  @Test
  void quotesForPeopleOnlyWhereNeeded() {
    assertThat(A1.range("Requests", 16, 515, 0, 12)).isEqualTo("Requests!A17:M516");
    assertThat(A1.range("Open cases", 1, 1, 0, 0)).isEqualTo("'Open cases'!A2");
  }
}
