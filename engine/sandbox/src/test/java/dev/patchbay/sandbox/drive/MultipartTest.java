package dev.patchbay.sandbox.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Body;
import dev.patchbay.sandbox.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

  private static final String TYPE = "multipart/related; boundary=\"b\"";

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void splitsMetadataAndContent(String end) {
    var lines =
        "--b%nContent-Type: application/json%n%n{\"name\":\"x\"}%n--b%nContent-Type: text/csv; charset=UTF-8%n%né,2%n--b--%n"
            .replace("%n", end);

    var parts = Multipart.parse(TYPE, Body.of(lines));

    assertThat(parts.metadata()).isEqualTo(Json.read("{\"name\":\"x\"}"));
    assertThat(parts.media().contentType()).isEqualTo("text/csv");
    assertThat(parts.media().body().text()).isEqualTo("é,2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--b\r\n\r\n{}",
        "--b\r\n\r\n{}\r\n--b--",
        "--b\r\nno gap\r\n--b\r\n\r\nx\r\n--b--"
      })
  void refusesWhatIsNotTwoParts(String body) {
    assertThatThrownBy(() -> Multipart.parse(TYPE, Body.of(body)))
        .isInstanceOf(ApiError.class)
        .hasMessage("Malformed multipart body.");
  }
}
