package dev.patchbay.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "a\\b",
        "a\nb",
        "a\u0000",
        ".patchbay/a",
        ".Patchbay/a"
      })
  void leadsNowhereElse(String text) {
    assertThatThrownBy(() -> StorePath.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNoLongerThanStoresTake() {
    assertThat(StorePath.of("x".repeat(255)).name()).hasSize(255);
    assertThatThrownBy(() -> StorePath.of("ß".repeat(128)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StorePath.of("x".repeat(200) + "/x".repeat(351)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a/requests.xlsx,a/requests (2).xlsx",
    "requests,requests (2)",
    ".hidden,.hidden (2)",
    "a.tar.gz,a.tar (2).gz"
  })
  void isNumberedBeforeItsEnding(String path, String numbered) {
    assertThat(StorePath.of(path).numbered(2)).isEqualTo(StorePath.of(numbered));
  }

  @Test
  void staysShortEnoughWithItsNumber() {
    var numbered = StorePath.of("ß".repeat(125) + ".xlsx").numbered(1_000).name();

    assertThat(numbered).endsWith("ß (1000).xlsx");
    assertThat(numbered.getBytes(StandardCharsets.UTF_8).length).isBetween(253, 255);
  }
}
