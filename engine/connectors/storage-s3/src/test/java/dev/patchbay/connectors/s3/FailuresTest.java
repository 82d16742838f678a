package dev.patchbay.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.store.Publication;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "403, SignatureDoesNotMatch, CredentialRefused",
    "403, InvalidAccessKeyId, CredentialRefused",
    "400, ExpiredToken, CredentialRefused",
    "401, , CredentialRefused",
    "404, NoSuchBucket, TargetRefused",
    "403, AccessDenied, TargetRefused",
    "403, RequestTimeTooSkewed, TargetRefused",
    "301, PermanentRedirect, TargetRefused",
    "400, AuthorizationHeaderMalformed, TargetRefused",
    "400, EntityTooLarge, Rejected",
    "503, SlowDown, NotStored",
    "429, , NotStored",
    "400, BadDigest, NotStored"
  })
  void saysWhatAnAnswerMeansWhereverItComes(int status, String code, String expected) {
    assertThat(Failures.of(answer(status, code)).publication().getClass().getSimpleName())
        .isEqualTo(expected);
    assertThat(Failures.ofPlacing(answer(status, code)).publication().getClass().getSimpleName())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 500, 502, 504})
  void anAnswerThatIsNoneIsUnknownOnlyWhereAFileIsPutInItsPlace(int status) {
    assertThat(Failures.ofPlacing(answer(status, "InternalError")).publication())
        .isInstanceOf(Publication.Unknown.class);
    assertThat(Failures.of(answer(status, "InternalError")).publication())
        .isInstanceOf(Publication.NotStored.class);
  }

  @Test
  void whatWasNeverSentIsNotUnknown() {
    var unsent = SdkClientException.create("no", new ConnectException());
    var lost = SdkClientException.create("no", new SocketTimeoutException());

    assertThat(Failures.ofPlacing(unsent).publication()).isInstanceOf(Publication.NotStored.class);
    assertThat(Failures.ofPlacing(lost).publication()).isInstanceOf(Publication.Unknown.class);
  }

  @Test
  void doesNotRepeatWhatTheServerSays() {
    assertThat(Failures.of(answer(418, "<b>AKID s3cret</b>")).getMessage())
        .isEqualTo("The server refuses: 418.");
  }

  private static S3Exception answer(int status, String code) {
    var details = AwsErrorDetails.builder().errorCode(code).errorMessage("AKID s3cret").build();
    return (S3Exception) S3Exception.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
