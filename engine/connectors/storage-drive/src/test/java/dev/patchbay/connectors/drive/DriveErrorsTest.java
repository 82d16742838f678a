package dev.patchbay.connectors.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.testing.http.MockHttpTransport;
import com.google.api.client.testing.http.MockLowLevelHttpResponse;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.testkit.MutableClock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriveErrorsTest {
  private static final String ACCOUNT = "hub@project.iam.gserviceaccount.com";

  private final DriveErrors errors = new DriveErrors(MutableClock.at("2026-03-01T12:00:20Z"));

  @ParameterizedTest
  @CsvSource({
    "401, authError, CredentialRefused",
    "403, insufficientFilePermissions, TargetRefused",
    "403, storageQuotaExceeded, TargetRefused",
    "403, accessNotConfigured, CredentialRefused",
    "403, insufficientPermissions, CredentialRefused",
    "403, userRateLimitExceeded, NotStored",
    "404, notFound, TargetRefused",
    "302, moved, TargetRefused",
    "400, invalid, Rejected",
    "413, uploadTooLarge, Rejected",
    "429, rateLimitExceeded, NotStored"
  })
  void saysWhatAnAnswerMeansWhereverItComes(int status, String reason, String expected)
      throws IOException {
    var failure = errors.read(answer(status, reason), ACCOUNT);

    assertThat(Failures.of(failure).publication().getClass().getSimpleName()).isEqualTo(expected);
    assertThat(Failures.ofPlacing(failure).publication().getClass().getSimpleName())
        .isEqualTo(expected);
    assertThat(failure.cause().message()).doesNotContain("words of Google");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503})
  void anAnswerThatIsNoneIsUnknownOnlyWhereAFileIsPutInItsPlace(int status) throws IOException {
    var failure = errors.read(answer(status, "backendError"), ACCOUNT);

    assertThat(Failures.ofPlacing(failure).publication()).isInstanceOf(Publication.Unknown.class);
    assertThat(Failures.of(failure).publication()).isInstanceOf(Publication.NotStored.class);
  }

  @Test
  void waitsAsLongAsQuotasNeed() throws IOException {
    var failure = Failures.of(errors.read(answer(403, "rateLimitExceeded"), ACCOUNT));

    assertThat(failure.publication())
        .isInstanceOfSatisfying(
            Publication.NotStored.class,
            later -> assertThat(later.after()).isEqualTo(Duration.ofSeconds(40)));
  }

  @Test
  void saysWhomToShareTheFolderWith() throws IOException {
    assertThat(errors.read(answer(404, "notFound"), ACCOUNT).cause().message()).contains(ACCOUNT);
  }

  private static HttpResponseException answer(int status, String reason) throws IOException {
    var body =
        "{\"error\":{\"code\":%d,\"message\":\"words of Google\",\"errors\":[{\"reason\":\"%s\"}]}}"
            .formatted(status, reason);
    var transport =
        new MockHttpTransport.Builder()
            .setLowLevelHttpResponse(
                new MockLowLevelHttpResponse()
                    .setStatusCode(status)
                    .setContentType("application/json; charset=UTF-8")
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
}
