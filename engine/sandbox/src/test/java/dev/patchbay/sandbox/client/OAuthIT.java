package dev.patchbay.sandbox.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.auth.oauth2.UserCredentials;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.sandbox.SandboxOptions;
import dev.patchbay.sandbox.Wire;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials: how tokens are had, and what becomes of calls without a good one. */
class OAuthIT {

  private static MutableClock clock;

  private static Sandbox sandbox;
  private static GoogleClients google;

  @BeforeAll
  static void start() {
    clock = MutableClock.at(Instant.now());
    sandbox = Sandbox.start(SandboxOptions.inMemory().withClock(clock));
    google = GoogleClients.of(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void writesAKeyFileThatOnlyItsOwnerReadsAndTheClientTakes(@TempDir Path directory)
      throws IOException {
    var file = directory.resolve("key.json");

    sandbox.credentialsOut(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var client = new GoogleClients(sandbox, Files.readString(file)).sheets();
    assertThat(client.spreadsheets().create(new Spreadsheet()).execute().getSpreadsheetId())
        .hasSize(44);
  }

  @Test
  void givesTokensForARefreshToken() throws IOException {
    var user =
        UserCredentials.newBuilder()
            .setTokenServerUri(sandbox.uri().resolve("/token"))
            .setClientId(part("client_id"))
            .setClientSecret(part("client_secret"))
            .setRefreshToken(part("refresh_token"))
            .build();

    var created = google.sheets(user).spreadsheets().create(new Spreadsheet()).execute();

    assertThat(created.getSpreadsheetId()).isNotEmpty();
  }

  @Test
  void refusesARefreshTokenThatWasRevoked() {
    assertThat(refresh(part("client_secret"), "1//revoked"))
        .isEqualTo("400 invalid_grant: Token has been expired or revoked.");
  }

  @Test
  void refusesAClientItDoesNotKnow() {
    assertThat(refresh("wrong", part("refresh_token")))
        .isEqualTo("401 invalid_client: The OAuth client was not found.");
  }

  private String refresh(String secret, String refreshToken) {
    return token(
        "grant_type=refresh_token&client_id=%s&client_secret=%s&refresh_token=%s"
            .formatted(part("client_id"), secret, refreshToken));
  }

  @Test
  void refusesWhatIsNoGrant() {
    assertThat(token("grant_type=password"))
        .isEqualTo("400 unsupported_grant_type: Invalid grant_type: password");
    assertThat(token(""))
        .isEqualTo("400 invalid_request: Required parameter is missing: grant_type");
    assertThat(token("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=x.y"))
        .startsWith("400 invalid_grant: Invalid JWT");
  }

  @Test
  void refusesTheKeyOfAnotherAccount() {
    try (var other = Sandbox.start(SandboxOptions.inMemory())) {
      var key = other.serviceAccountKey().replace(other.uri().toString(), sandbox.uri().toString());

      assertThatThrownBy(() -> new GoogleClients(sandbox, key).token(GoogleClients.SPREADSHEETS))
          .hasRootCauseMessage(
              "400 Bad Request%nPOST %s/token%n{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\"}"
                  .formatted(sandbox.uri()));
    }
  }

  @Test
  void refusesAnAssertionOfAnotherTime() {
    clock.advance(Duration.ofHours(3));
    try {
      assertThatThrownBy(() -> google.token(GoogleClients.SPREADSHEETS))
          .rootCause()
          .hasMessageContaining("Invalid JWT: Token must be a short-lived token (60 minutes)");
    } finally {
      clock.advance(Duration.ofHours(-3));
    }
  }

  @Test
  void refusesWritesUnderAReadingScope() {
    var readonly = google.serviceAccount("https://www.googleapis.com/auth/spreadsheets.readonly");
    var sheets = google.sheets(readonly).spreadsheets();

    assertThat(Workbook.refusal(() -> sheets.create(new Spreadsheet()).execute()))
        .isEqualTo("403 Request had insufficient authentication scopes.");
    assertThat(Workbook.refusal(() -> sheets.get("unknown").execute()))
        .isEqualTo("404 Requested entity was not found.");
  }

  @Test
  void namesTheScopeThatIsMissingInTheDetails() {
    var token = google.token("https://www.googleapis.com/auth/spreadsheets.readonly");

    var reply = Wire.to(sandbox, token).post("/v4/spreadsheets", "{}");

    assertThat(reply.json().path("error").path("details").path(0).path("reason").asText())
        .isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
  }

  @Test
  void answersAnExpiredTokenWithAChallenge() {
    var wire = Wire.to(sandbox, google.token(GoogleClients.SPREADSHEETS));
    clock.advance(Duration.ofMinutes(61));

    var reply = wire.get("/v4/spreadsheets/x");

    clock.advance(Duration.ofMinutes(-61));
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.header("www-authenticate"))
        .contains("Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
    assertThat(reply.json().path("error").path("message").asText())
        .startsWith(
            "Request had invalid authentication credentials. Expected OAuth 2 access token");
  }

  @Test
  void saysThatACredentialIsMissing() {
    var reply = Wire.to(sandbox, "").get("/v4/spreadsheets/x");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().path("error").path("status").asText()).isEqualTo("UNAUTHENTICATED");
    assertThat(reply.json().path("error").path("message").asText())
        .startsWith("Request is missing required authentication credential.");
  }

  @Test
  void takesTheTokenFromTheQueryToo() {
    var token = google.token(GoogleClients.SPREADSHEETS);

    var reply = Wire.to(sandbox, "").get("/v4/spreadsheets/x?access_token=" + token);

    assertThat(reply.status()).isEqualTo(404);
  }

  private static String part(String name) {
    return Json.read(sandbox.serviceAccountKey()).path(name).asText();
  }

  private static String token(String form) {
    var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
    var reply = Wire.to(sandbox, "").send("POST", "/token", type, form);
    return "%d %s: %s"
        .formatted(
            reply.status(),
            reply.json().path("error").asText(),
            reply.json().path("error_description").asText());
  }
}
