package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.ValueRange;
import dev.patchbay.sandbox.client.GoogleClients;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults and statistics over their control paths. */
@ExtendWith(SharedSandbox.class)
class FaultsIT {

  private final Sandbox sandbox;
  private final Wire wire;
  private final String book;

  FaultsIT(Sandbox sandbox, Wire wire) {
    this.sandbox = sandbox;
    this.wire = wire;
    this.book = wire.newBook();
  }

  @AfterEach
  void clear() {
    wire.send("DELETE", "/_faults", Map.of(), "");
  }

  @Test
  void appliesAWriteAndDropsItsAnswer() {
    fault("{'fault':'drop-after-apply','method':'spreadsheets.values.update','count':1}");

    assertThatThrownBy(() -> write("A1", "applied")).hasRootCauseInstanceOf(IOException.class);
    assertThat(read("A1")).isEqualTo("[[\"applied\"]]");
  }

  @Test
  void dropsAnAnswerWithoutTheOfficialClientSendingTheCallAgain() throws IOException {
    var sheets = GoogleClients.of(sandbox).sheets().spreadsheets();
    var id = sheets.create(new Spreadsheet()).execute().getSpreadsheetId();
    var before = stats("spreadsheets.values.append");
    fault("{'fault':'drop-after-apply','method':'spreadsheets.values.append','count':1}");

    assertThatThrownBy(
            () ->
                sheets
                    .values()
                    .append(id, "A1", new ValueRange().setValues(List.of(List.of("once"))))
                    .setValueInputOption("RAW")
                    .execute())
        .isInstanceOf(IOException.class);

    assertThat(stats("spreadsheets.values.append") - before).isEqualTo(1);
  }

  @Test
  void appliesAWriteLongAfterItsCallerWasSentAway() {
    fault(
        "{'fault':'late-apply','method':'spreadsheets.values.update','count':1,'delaySeconds':1.5}");

    assertThatThrownBy(() -> write("A1", "late")).hasRootCauseInstanceOf(IOException.class);
    assertThat(read("A1")).isEqualTo("");
    Eventually.soon().passes(() -> assertThat(read("A1")).isEqualTo("[[\"late\"]]"));
  }

  @Test
  void answersSlowly() {
    fault("{'fault':'slow','count':1,'delaySeconds':0.4}");
    var start = System.nanoTime();

    var reply = wire.get(book);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
  }

  @ParameterizedTest
  @CsvSource({
    "429, 429, RESOURCE_EXHAUSTED",
    "500, 500, INTERNAL",
    "503, 503, UNAVAILABLE",
    "expire-token, 401, UNAUTHENTICATED"
  })
  void refusesWithoutApplying(String kind, int status, String name) {
    fault("{'fault':'%s','method':'spreadsheets.values.update','count':1}".formatted(kind));

    var reply = write("A1", "x");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error").path("status").asText()).isEqualTo(name);
    assertThat(read("A1")).isEmpty();
  }

  @Test
  void expiresATokenSoThatTheOfficialClientGetsAnother() throws IOException {
    var sheets = GoogleClients.of(sandbox).sheets().spreadsheets();
    sheets.create(new Spreadsheet()).execute();
    fault("{'fault':'expire-token','method':'spreadsheets.create','count':1}");

    var made = sheets.create(new Spreadsheet()).execute();

    assertThat(made.getSpreadsheetId()).isNotEmpty();
    assertThat(faults().path(0).path("fired").asInt()).isEqualTo(1);
  }

  @Test
  void sortsTheTabJustBeforeItIsWritten() {
    write("A1:A4", "head", "b", "c", "a");
    fault("{'fault':'sort','method':'spreadsheets.values.update','count':1,'order':'ASCENDING'}");

    write("B2", "mine");

    assertThat(read("A1:B4")).isEqualTo("[[\"head\"],[\"a\",\"mine\"],[\"b\"],[\"c\"]]");
  }

  @Test
  void strikesTheSameCallsForTheSameSeed() {
    assertThat(struck(7)).isEqualTo(struck(7)).isNotEqualTo(struck(8));
    assertThat(struck(7).chars().filter(c -> c == 'x').count()).isBetween(2L, 18L);
  }

  private String struck(int seed) {
    clear();
    fault("{'fault':'503','method':'spreadsheets.get','rate':0.5,'seed':%d}".formatted(seed));
    return IntStream.range(0, 20)
        .mapToObj(_ -> wire.get(book + "?fields=spreadsheetId").status() == 503 ? "x" : ".")
        .reduce("", String::concat);
  }

  @Test
  void strikesOnlyTheMethodThatIsNamed() {
    fault("{'fault':'500','method':'sheets.spreadsheets.get'}");

    assertThat(wire.get(book).status()).isEqualTo(500);
    assertThat(wire.get(book + "/values/A1").status()).isEqualTo(200);
  }

  @Test
  void tellsWhichFaultsAreOnAndForgetsThem() {
    fault("{'fault':'503','method':'spreadsheets.get','rate':0.2,'count':null,'seed':1}");

    var on = wire.get("/_faults").json();
    wire.send("DELETE", "/_faults", Map.of(), "");

    assertThat(on)
        .isEqualTo(
            json(
                "{'faults':[{'fault':'503','method':'spreadsheets.get','rate':0.2,'count':null,"
                    + "'seed':1,'delaySeconds':3,'fired':0}]}"));
    assertThat(wire.get("/_faults").json()).isEqualTo(json("{'faults':[]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|'fault' must be one of drop-after-apply, late-apply, slow, expire-token, sort, 429, 500, 503, service-disabled, api-key-not-enabled.",
        "{'fault':'boom'}|'fault' must be one of drop-after-apply, late-apply, slow, expire-token, sort, 429, 500, 503, service-disabled, api-key-not-enabled.",
        "{'fault':'503','rate':2}|'rate' must be a number from 0 to 1.",
        "{'fault':'503','rate':'often'}|'rate' must be a number from 0 to 1.",
        "{'fault':'503','count':-1}|'count' must be a whole number that is not negative.",
        "{'fault':'503','seed':1.5}|'seed' must be a whole number.",
        "{'fault':'slow','delaySeconds':-3}|'delaySeconds' must be a number from 0 to 3600.",
        "{'fault':'sort','order':'UP'}|'order' must be ASCENDING or DESCENDING.",
        "{'fault':'503','methods':'x'}|Unknown member 'methods'; a fault has column, count, delaySeconds, fault, method, order, rate, seed.",
        "[]|A fault is a JSON object such as {'fault':'503'}."
      },
      quoteCharacter = '`')
  void namesWhatIsWrongWithAFault(String body, String message) {
    var reply = wire.post("/_faults", body.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").path("message").asText().replace('"', '\''))
        .isEqualTo(message);
    assertThat(faults()).isEmpty();
  }

  @Test
  void refusesWhatIsNoJson() {
    var reply = wire.post("/_faults", "fault=503");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error").path("message").asText())
        .startsWith("Invalid JSON payload received.");
  }

  @Test
  void countsCallsByMethodAndStatus() {
    try (var fresh =
            Sandbox.start(SandboxOptions.inMemory().withoutQuota().withAcceptedToken("t"));
        var caller = Wire.to(fresh, "t")) {
      caller.get("/v4/spreadsheets/x");
      caller.get("/v4/spreadsheets/x");
      caller.post("/v4/spreadsheets", "{}");
      caller.get("/drive/v3/files");
      Wire.to(fresh, "").get("/v4/spreadsheets/x");

      assertThat(caller.get("/_stats").json())
          .isEqualTo(
              json(
                  "{'readCalls':3,'writeCalls':1,'methods':{'drive.files.list':{'200':1},"
                      + "'spreadsheets.create':{'200':1},'spreadsheets.get':{'401':1,'404':2}}}"));
    }
  }

  private void fault(String body) {
    assertThat(wire.post("/_faults", body.replace('\'', '"')).status()).isEqualTo(200);
  }

  private JsonNode faults() {
    return wire.get("/_faults").json().path("faults");
  }

  private long stats(String method) {
    var endings = wire.get("/_stats").json().path("methods").path(method);
    return endings.properties().stream().mapToLong(e -> e.getValue().asLong()).sum();
  }

  private static JsonNode json(String text) {
    return Json.read(text.replace('\'', '"'));
  }

  private Wire.Reply write(String range, String... column) {
    var rows = Json.object();
    var values = rows.putArray("values");
    for (var text : column) {
      values.addArray().add(text);
    }
    return wire.send(
        "PUT",
        book + "/values/" + range + "?valueInputOption=RAW",
        Map.of("Content-Type", "application/json"),
        Json.text(rows));
  }

  private String read(String range) {
    return wire.get(book + "/values/" + range).json().path("values").toString();
  }
}
