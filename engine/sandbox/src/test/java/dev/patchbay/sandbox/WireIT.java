package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.http.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTP as clients of many kinds write it, and refusals of what is written badly. */
@ExtendWith(SharedSandbox.class)
class WireIT {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  private final Wire wire;
  private final String book;

  WireIT(Wire wire) {
    this.wire = wire;
    this.book = wire.newBook();
  }

  @Test
  void readsBodiesThatAreGzippedAndChunked() {
    var body = gzip("{\"values\":[[\"packed\"]]}");
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

    var reply =
        wire.send(
            "PUT",
            book + "/values/A1?valueInputOption=RAW",
            Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
            chunked);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(cells("A1")).isEqualTo("[[\"packed\"]]");
  }

  @Test
  void refusesABodyThatIsNotWhatItsEncodingSays() {
    var reply =
        wire.send(
            "PUT",
            book + "/values/A1?valueInputOption=RAW",
            Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
            "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(message(reply)).isEqualTo("The request body could not be decompressed.");
  }

  @Test
  void packsLargeAnswersForThoseWhoTakeThem() {
    var plain = wire.get(book);
    var packed = wire.send("GET", book, Map.of("Accept-Encoding", "gzip"), "");

    assertThat(plain.header("content-encoding")).isEmpty();
    assertThat(packed.header("content-encoding")).contains("gzip");
    assertThat(packed.header("vary")).contains("Accept-Encoding");
  }

  @Test
  void followsAMethodOverride() {
    var form =
        Map.of(
            "Content-Type", "application/x-www-form-urlencoded", "X-HTTP-Method-Override", "GET");

    var reply = wire.send("POST", book + "/values:batchGet", form, "ranges=A1&ranges=B1%3AB2");

    assertThat(reply.json().path("valueRanges").findValuesAsText("range"))
        .containsExactly("Sheet1!A1", "Sheet1!B1:B2");
  }

  @Test
  void keepsAnEncodedSlashInsideARange() {
    addSheet("a/b");

    var reply = wire.get(book + "/values/'a%2Fb'!A1:C3");

    assertThat(reply.json().path("range").asText()).isEqualTo("'a/b'!A1:C3");
  }

  @Test
  void takesTheVerbAfterTheLastColon() {
    var reply =
        wire.post(book + "/values/Sheet1!A1:E1:append?valueInputOption=RAW", "{\"values\":[[1]]}");

    assertThat(reply.json().path("updates").path("updatedRange").asText()).isEqualTo("Sheet1!A1");
  }

  @Test
  void decodesWhatStandsInPaths() {
    addSheet("100% 🌵 a+b");

    var reply = wire.get(book + "/values/'100%25%20%F0%9F%8C%B5%20a+b'!A1");

    assertThat(reply.json().path("range").asText()).isEqualTo("'100% 🌵 a+b'!A1");
  }

  @Test
  void printsQuotesOnlyWhereATitleNeedsThem() {
    addSheet("Jon's");

    assertThat(wire.get(book + "/values/'Jon''s'!A1").json().path("range").asText())
        .isEqualTo("'Jon''s'!A1");
    assertThat(wire.get(book + "/values/'Sheet1'").json().path("range").asText())
        .isEqualTo("Sheet1!A1:Z1000");
    assertThat(wire.get(book + "/values/A5:A").json().path("range").asText())
        .isEqualTo("Sheet1!A5:A1000");
  }

  @Test
  void selectsFieldsWrittenInAnyWay() {
    for (var fields :
        new String[] {
          "sheets.properties.title",
          "sheets/properties/title",
          "sheets(properties(title))",
          "sheets(properties/title)"
        }) {
      assertThat(wire.get(book + "?fields=" + fields).body())
          .isEqualTo("{\"sheets\":[{\"properties\":{\"title\":\"Sheet1\"}}]}");
    }
  }

  @Test
  void namesTheFieldThatAMaskGetsWrong() {
    var reply = wire.get(book + "?fields=sheets.sheetProperties.title");

    assertThat(reply.json())
        .isEqualTo(
            Json.read(
                """
                {"error":{"code":400,"message":"Request contains an invalid argument.",
                 "status":"INVALID_ARGUMENT","details":[
                  {"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[
                   {"field":"sheets.sheetProperties",
                    "description":"Error expanding 'fields' parameter. Cannot find matching fields for path 'sheets.sheetProperties'."}]}]}}"""));
  }

  @Test
  void namesAMemberThatIsUnknown() {
    var reply = wire.post(book + ":batchUpdate", "{\"requests\":[{\"frobnicate\":{}}]}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(message(reply))
        .isEqualTo(
            "Invalid JSON payload received. Unknown name \"frobnicate\" at 'requests[0]': Cannot"
                + " find field.");
  }

  @Test
  void namesTheValueThatIsOfTheWrongKind() {
    var reply =
        wire.send("PUT", book + "/values/A1?valueInputOption=RAW", JSON, "{\"values\":[\"X\"]}");

    assertThat(message(reply))
        .isEqualTo(
            "Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), \"X\"");
  }

  @Test
  void refusesValuesThatAreNoCells() {
    var reply =
        wire.send(
            "PUT", book + "/values/A1?valueInputOption=RAW", JSON, "{\"values\":[[1,{\"a\":1}]]}");

    assertThat(message(reply)).isEqualTo("Invalid values[0][1]: struct_value {\"a\":1}");
  }

  @Test
  void refusesWhatIsNoJson() {
    var reply = wire.post(book + ":batchUpdate", "{\"requests\":");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(message(reply)).startsWith("Invalid JSON payload received. ");
  }

  @Test
  void refusesOptionsItDoesNotKnow() {
    assertThat(message(wire.get(book + "/values/A1?valueRenderOption=PRETTY")))
        .isEqualTo(
            "Invalid value at 'value_render_option'"
                + " (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), \"PRETTY\"");
    assertThat(wire.get(book + "/values/A1?majorDimension=DEPTH").status()).isEqualTo(400);
  }

  @Test
  void doesNotOfferBatchesOfCalls() {
    var reply = wire.send("POST", "/batch", Map.of("Content-Type", "multipart/mixed"), "");

    assertThat(reply.status()).isEqualTo(501);
    assertThat(message(reply)).isEqualTo("Operation is not implemented, or supported, or enabled.");
  }

  @Test
  void answersUnknownPathsWithAnError() {
    assertThat(wire.get("/v4/nothing").status()).isEqualTo(404);
    assertThat(wire.get("/drive/v3/nothing").json().path("error").path("errors")).hasSize(1);
  }

  private void addSheet(String title) {
    wire.post(
        book + ":batchUpdate",
        "{\"requests\":[{\"addSheet\":{\"properties\":{\"title\":\"%s\"}}}]}".formatted(title));
  }

  private String cells(String range) {
    return wire.get(book + "/values/" + range).json().path("values").toString();
  }

  @Test
  void refusesAnUnknownConstantWhereItStands() {
    var reply =
        wire.post(
            book + ":batchUpdate",
            """
            {"requests": [
              {"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": 1}},
              {"deleteDimension": {"range": {"sheetId": 0, "dimension": "ROW", "endIndex": 1}}}]}
            """);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(message(reply))
        .isEqualTo(
            "Invalid value at 'requests[1].delete_dimension.range.dimension'"
                + " (type.googleapis.com/google.apps.sheets.v4.Dimension), \"ROW\"");
  }

  @Test
  void makesColumnsAndRowsAsLargeAsTheirText() {
    var body = "{\"values\": [[\"short\", \"a much longer text\"], [\"two\\nlines\"]]}";
    wire.send("PUT", book + "/values/A1?valueInputOption=RAW", JSON, body);

    wire.post(
        book + ":batchUpdate",
        """
        {"requests": [
          {"autoResizeDimensions": {"dimensions": {"sheetId": 0, "dimension": "COLUMNS",
            "startIndex": 0, "endIndex": 3}}},
          {"autoResizeDimensions": {"dimensions": {"sheetId": 0, "dimension": "ROWS",
            "startIndex": 0, "endIndex": 3}}}]}
        """);

    var sizes =
        wire.get(book + "?ranges=A1:C3&fields=sheets.data(rowMetadata,columnMetadata)").json();
    var data = sizes.at("/sheets/0/data/0");
    assertThat(data.path("columnMetadata").findValuesAsText("pixelSize"))
        .containsExactly("45", "136", "100");
    assertThat(data.path("rowMetadata").findValuesAsText("pixelSize"))
        .containsExactly("21", "42", "21");
  }

  private static String message(Wire.Reply reply) {
    return reply.json().path("error").path("message").asText();
  }

  private static byte[] gzip(String text) {
    var packed = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(packed)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
