package dev.patchbay.sandbox.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.Wire;
import dev.patchbay.sandbox.client.GoogleClients;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Error bodies that were recorded, whole; only the number of the project is the sandbox's own. */
class RecordedErrorsIT {

  private static final String PROJECT = "100000000001";

  private static Sandbox sandbox;
  private static Wire wire;
  private static String spreadsheet;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.inMemory().withAcceptedToken("recorded"));
    wire = Wire.to(sandbox, "recorded");
    spreadsheet = wire.post("/v4/spreadsheets", "{}").json().path("spreadsheetId").asText();
  }

  @AfterAll
  static void stop() {
    wire.close();
    sandbox.close();
  }

  @AfterEach
  void clearFaults() {
    wire.send("DELETE", "/_faults", Map.of(), "");
  }

  @Test
  void driveFileIsNotThere() {
    expect(
        wire.get("/drive/v3/files/NOPE_NOT_A_GOOD_ID"),
        "drive-files-get-nonexistent-file-id_404.json");
  }

  @Test
  void spreadsheetIsNotThere() {
    expect(
        wire.get("/v4/spreadsheets/NOPE_NOT_A_GOOD_ID"),
        "sheets-spreadsheets-get-nonexistent-sheet-id_404.json");
  }

  @Test
  void quotaIsSpent() {
    fault("429");

    expect(
        wire.get("/v4/spreadsheets/" + spreadsheet),
        "sheets-spreadsheets-get-quota-exceeded-readgroup_429.json");
  }

  @Test
  void serviceIsDisabled() {
    fault("service-disabled");

    expect(
        wire.get("/v4/spreadsheets/" + spreadsheet),
        "sheets-spreadsheets-get-service-disabled_403.json");
  }

  @Test
  void serviceOfAnApiKeyIsNotEnabled() {
    fault("api-key-not-enabled");

    expect(
        wire.get("/v4/spreadsheets/" + spreadsheet),
        "sheets-spreadsheets-get-api-key-not-enabled_403.json");
  }

  @Test
  void scopeIsTooSmall() {
    var token = GoogleClients.of(sandbox).token("https://www.googleapis.com/auth/fitness.read");

    expect(
        Wire.to(sandbox, token).get("/drive/v3/files/" + spreadsheet),
        "fitness-get-wrong-scope_403.json");
  }

  private static void fault(String name) {
    wire.post("/_faults", "{\"fault\":\"%s\",\"count\":1}".formatted(name));
  }

  private static void expect(Wire.Reply reply, String file) {
    assertThat(reply.json()).isEqualTo(recorded(file));
    assertThat(file).endsWith("_" + reply.status() + ".json");
  }

  private static JsonNode recorded(String file) {
    try {
      var text = Files.readString(SharedData.file("data/google/errors/" + file));
      return Json.read(
          text.replaceAll(
              "(project_number:|projects/|project |project=|\"containerInfo\":\")\\d+",
              "$1" + PROJECT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
