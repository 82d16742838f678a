package dev.patchbay.sandbox.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.ApiError;
import dev.patchbay.sandbox.http.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriveQueryTest {

  private static final JsonNode FILE =
      Json.read(
          """
          {"name":"Joe's Books","mimeType":"text/csv","trashed":false,"starred":true,
           "modifiedTime":"2026-03-01T12:00:00.000Z","parents":["p1"],
           "permissions":[{"emailAddress":"a@b.example","role":"owner"},
                          {"emailAddress":"c@d.example","role":"reader"}]}""");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name = 'joe\\'s books'",
        "name=\"Joe's Books\"",
        "name != 'x'",
        "name contains 'book'",
        "fullText contains 'books'",
        "mimeType = 'text/csv' and trashed = false",
        "not trashed = true",
        "trashed != true",
        "name = 'x' or starred = true",
        "(name = 'x' or starred = true) and trashed = false",
        "name = 'x' and starred = false or trashed = false",
        "'p1' in parents",
        "'root' in parents",
        "'a@b.example' in owners",
        "'c@d.example' in readers",
        "modifiedTime > '2026-02-28'",
        "modifiedTime <= '2026-03-01T12:00:00'"
      })
  void finds(String query) {
    assertThat(DriveQuery.parse(query).test(FILE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'x'",
        "name contains 'fish'",
        "trashed = true",
        "not (starred = true)",
        "starred = true and trashed = true",
        "'p2' in parents",
        "'c@d.example' in writers",
        "modifiedTime < '2026-03-01T12:00:00'",
        "viewedByMeTime > '2020-01-01'"
      })
  void doesNotFind(String query) {
    assertThat(DriveQuery.parse(query).test(FILE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "name =",
        "name = 'open",
        "name ~ 'x'",
        "size > 3",
        "name = 'x' and",
        "(name = 'x'",
        "name = 'x')",
        "'x' in nothing",
        "modifiedTime > 'x'",
        "modifiedTime contains '2026-03-01'",
        "name < 'x'"
      })
  void refuses(String query) {
    assertThatThrownBy(() -> DriveQuery.parse(query))
        .isInstanceOf(ApiError.class)
        .hasMessage("Invalid Value");
  }
}
