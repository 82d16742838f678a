package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.testkit.MutableClock;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page and what it asks for. */
class PageIT {

  private static Sandbox sandbox;
  private static Wire wire;
  private static String book;

  @BeforeAll
  static void start() {
    sandbox =
        Sandbox.start(
            SandboxOptions.inMemory()
                .withoutQuota()
                .withAcceptedToken("standing")
                .withClock(MutableClock.at("2026-03-01T12:00:00Z")));
    wire = Wire.to(sandbox, "standing");
    book =
        wire.post("/v4/spreadsheets", "{\"properties\":{\"title\":\"Books\"}}")
            .json()
            .path("spreadsheetId")
            .asText();
    wire.send(
        "PUT",
        "/v4/spreadsheets/" + book + "/values/A1:E2?valueInputOption=USER_ENTERED",
        Map.of("Content-Type", "application/json"),
        "{\"values\":[[\"text\",1.5,\"2020-01-01\",true,\"=1/0\"],[\"\",\"=1+1\"]]}");
    wire.post(
        "/v4/spreadsheets/" + book + ":batchUpdate",
        "{\"requests\":[{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataId\":5,"
            + "\"metadataKey\":\"k\",\"visibility\":\"DOCUMENT\",\"location\":{\"sheetId\":0}}}}]}");
  }

  @AfterAll
  static void stop() {
    wire.close();
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=UTF-8",
    "/_page/app.js, text/javascript; charset=UTF-8",
    "/_page/style.css, text/css; charset=UTF-8",
    "/_page/icon.svg, image/svg+xml",
    "/favicon.ico, image/svg+xml"
  })
  void servesWhatItIsMadeOf(String path, String contentType) {
    var reply = Wire.to(sandbox, "").get(path);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).contains(contentType);
    assertThat(reply.header("content-security-policy")).isPresent();
  }

  @Test
  void hasEveryFileThatItNames() {
    var names = Pattern.compile("[\"'](?:\\./|/_page/)([a-z]+\\.(?:js|css|svg))[\"']");
    for (var file : new String[] {"/", "/_page/app.js", "/_page/grid.js", "/_page/panels.js"}) {
      assertThat(names.matcher(wire.get(file).body()).results().map(m -> "/_page/" + m.group(1)))
          .allSatisfy(path -> assertThat(wire.get(path).status()).isEqualTo(200));
    }
  }

  @Test
  void tellsOfFilesCallsAndFaults() {
    var overview = wire.get("/_files").json();

    assertThat(overview.path("files").path(0))
        .isEqualTo(
            Json.read(
                """
                {"id":"%s","version":2,"modified":"2026-03-01T12:00:00Z",
                 "mimeType":"application/vnd.google-apps.spreadsheet","name":"Books","metadata":1,
                 "tabs":[{"id":0,"title":"Sheet1","rows":1000,"columns":26,"filledRows":2,
                          "hidden":false,"color":null}]}"""
                    .formatted(book)));
    assertThat(overview.path("stats").path("writeCalls").asInt()).isEqualTo(3);
    assertThat(overview.path("faults")).isEqualTo(Json.array());
  }

  @Test
  void showsCellsWithTheirKinds() {
    var tab = tab("");

    assertThat(tab.path("cells"))
        .isEqualTo(
            json(
                "[[{'kind':'text','text':'text'},{'kind':'number','text':'1.5'},"
                    + "{'kind':'date','text':'2020-01-01'},{'kind':'bool','text':'TRUE'},"
                    + "{'kind':'error','text':'#DIV/0!','formula':'=1/0'}],"
                    + "[{},{'kind':'number','text':'2','formula':'=1+1'}]]"));
    assertThat(tab.path("metadata").path(0).path("metadataId").asInt()).isEqualTo(5);
  }

  @Test
  void showsTheRowsThatAreInSight() {
    var tab = tab("?from=1&rows=1");

    assertThat(tab.path("from").asInt()).isEqualTo(1);
    assertThat(tab.path("cells")).hasSize(1);
    assertThat(tab("?from=900").path("cells")).isEmpty();
    assertThat(tab("?from=x&rows=-3").path("cells")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/_files/nope/0, 404",
    "/_files/BOOK/99, 404",
    "/_files/BOOK/x, 404",
    "/_files/a, 404"
  })
  void saysWhatIsNotThere(String path, int status) {
    assertThat(wire.get(path.replace("BOOK", book)).status()).isEqualTo(status);
  }

  private static JsonNode tab(String query) {
    return wire.get("/_files/" + book + "/0" + query).json();
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }
}
