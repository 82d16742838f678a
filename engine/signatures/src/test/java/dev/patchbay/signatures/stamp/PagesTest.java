package dev.patchbay.signatures.stamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  @ParameterizedTest
  @CsvSource({
    "all, 1 2 3 4 5 6",
    "first, 1",
    "last, 6",
    "odd, 1 3 5",
    "even, 2 4 6",
    "2-4, 2 3 4",
    "5-, 5 6",
    "9, ''",
    "'first, 3-4,last', 1 3 4 6"
  })
  void meansThesePages(String rule, String pages) {
    var meant = Pages.of(rule).orElseThrow();

    var found = IntStream.rangeClosed(1, 6).filter(page -> meant.include(page, 6)).boxed();
    assertThat(found.map(String::valueOf).toList())
        .isEqualTo(pages.isEmpty() ? List.of() : List.of(pages.split(" ", -1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "5-2", "first,", "some", "1-2-3", "-3", "99999999"})
  void refusesWhatItCannotUnderstand(String rule) {
    assertThat(Pages.of(rule)).isEmpty();
  }

  @Test
  void theOnlyPageIsFirstAndLast() {
    assertThat(Pages.of("last").orElseThrow().include(1, 1)).isTrue();
  }
}
