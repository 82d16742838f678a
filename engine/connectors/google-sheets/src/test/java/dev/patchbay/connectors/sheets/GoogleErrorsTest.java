package dev.patchbay.connectors.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import dev.patchbay.google.Failure;
import dev.patchbay.testkit.MutableClock;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleErrorsTest {
  private static final String ACCOUNT = "hub@project.iam.gserviceaccount.com";
  private static final String RECORDED = "data/google/errors/";

  private final GoogleErrors errors = new GoogleErrors(MutableClock.at("2026-03-01T12:00:20Z"));

  @Test
  void waitsForTheNextMinuteWhereGoogleNamesNoTime() throws Exception {
    var failure = read(429, recorded("sheets-spreadsheets-get-quota-exceeded-readgroup_429.json"));

    assertThat(failure).isInstanceOf(Failure.Throttled.class);
    assertThat(((Failure.Throttled) failure).after()).isEqualTo(Duration.ofSeconds(40));
    assertThat(failure.cause().code()).isEqualTo("quota-exceeded");
  }

  @ParameterizedTest
  @CsvSource({
    "sheets-spreadsheets-get-api-key-not-enabled_403.json,api-disabled",
    "sheets-spreadsheets-get-service-disabled_403.json,api-disabled",
    "fitness-get-wrong-scope_403.json,scope-missing"
  })
  void holdsTheConnectorWhereItLacksRights(String file, String code) throws Exception {
    var failure = read(403, recorded(file));

    assertThat(failure).isInstanceOf(Failure.Credential.class);
    assertThat(failure.cause().code()).isEqualTo(code);
  }

  @Test
  void saysWhomToShareASpreadsheetWith() throws Exception {
    var failure = read(403, error("PERMISSION_DENIED", "The caller does not have permission"));

    assertThat(failure).isInstanceOf(Failure.Credential.class);
    assertThat(failure.cause().message()).contains("Share the spreadsheet with " + ACCOUNT);
  }

  @Test
  void findsNothing() throws Exception {
    assertThat(read(404, recorded("sheets-spreadsheets-get-nonexistent-sheet-id_404.json")))
        .isInstanceOf(Failure.NotFound.class);
  }

  @Test
  void takesARateLimitIn403ForOne() throws Exception {
    var body =
        "{\"error\":{\"code\":403,\"message\":\"Rate\",\"errors\":[{\"reason\":"
            + "\"userRateLimitExceeded\",\"domain\":\"usageLimits\",\"message\":\"Rate\"}]}}";

    assertThat(read(403, body)).isInstanceOf(Failure.Throttled.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408, 302})
  void doesNotKnowWhetherAWriteWasAppliedAfterAServerError(int status) throws Exception {
    assertThat(read(status, error("UNAVAILABLE", "The service is currently unavailable.")))
        .isInstanceOf(Failure.Lost.class);
    assertThat(read(status, "<html>Bad gateway</html>")).isInstanceOf(Failure.Lost.class);
  }

  @Test
  void readsWhichRequestIsAtFault() throws Exception {
    var message =
        "Invalid requests[7].updateCells: Your input contains more than the maximum of 50000"
            + " characters in a single cell.";

    assertThat(read(400, error("INVALID_ARGUMENT", message)))
        .extracting(failure -> ((Failure.Refused) failure).request())
        .isEqualTo(OptionalInt.of(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner"
            + " to remove protection if you need to edit.|protected",
        "Invalid requests[3].appendCells: This action would increase the number of cells in the"
            + " workbook above the limit of 10000000 cells.|spreadsheet-full",
        "This operation is not supported for this document. The document must not be an Office"
            + " file.|not-a-sheet"
      })
  void letsTheLaneWaitWhereTheTargetTakesNothing(String message, String code) throws Exception {
    var failure = read(400, error("INVALID_ARGUMENT", message));

    assertThat(failure).isInstanceOf(Failure.Target.class);
    assertThat(failure.cause().code()).isEqualTo(code);
  }

  @Test
  void looksAgainWhereTheTabChanged() throws Exception {
    assertThat(
            read(
                400,
                error("INVALID_ARGUMENT", "Invalid requests[1].updateCells: No grid with id: 5")))
        .isInstanceOf(Failure.Stale.class);
  }

  @Test
  void trustsNoRefusalOfARangeThatTheAnswerShouldShow() throws Exception {
    assertThat(read(400, error("INVALID_ARGUMENT", "Unable to parse range: 'Requests'!1:1")))
        .isInstanceOf(Failure.Lost.class);
  }

  private Failure read(int status, String body) throws IOException {
    return errors.read(answer(status, body), ACCOUNT);
  }

  private static HttpResponseException answer(int status, String body) throws IOException {
    var json = body.startsWith("{");
    var transport =
        new MockHttpTransport.Builder()
            .setLowLevelHttpResponse(
                new MockLowLevelHttpResponse()
                    .setStatusCode(status)
                    .setContentType(json ? "application/json; charset=UTF-8" : "text/html")
                    .setContent(body))
            .build();
    var request =
        transport
            .createRequestFactory()
            .buildGetRequest(new GenericUrl("http://localhost/"))
            .setThrowExceptionOnExecuteError(false)
            .setFollowRedirects(false);
    return GoogleJsonResponseException.from(GsonFactory.getDefaultInstance(), request.execute());
  }

  private static String recorded(String file) throws IOException {
    return Files.readString(SharedData.file(RECORDED + file));
  }

  private static String error(String status, String message) {
    return "{\"error\":{\"code\":400,\"status\":\"%s\",\"message\":\"%s\"}}"
        .formatted(status, message);
  }
}
