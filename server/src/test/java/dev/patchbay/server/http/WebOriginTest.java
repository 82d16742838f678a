package dev.patchbay.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://app.example.org, https://app.example.org",
    " HTTPS://App.Example.org , https://app.example.org",
    "http://localhost:5173, http://localhost:5173"
  })
  void isTakenAsBrowsersSendIt(String text, String origin) {
    assertThat(WebOrigin.of(text).text()).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "https://*.example.org",
        "https://app.example.org/",
        "https://app.example.org/path",
        "https://user@app.example.org",
        "app.example.org",
        "ftp://app.example.org",
        "null",
        ""
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> WebOrigin.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://app.example.org");
  }
}
