package dev.patchbay.connectors.s3;

import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What it means that a call of S3 failed. The far side's own words are not repeated. */
final class Failures {
  static final String NO_BUCKET = "no-bucket";

  private Failures() {}

  /** Of a call that puts nothing in its place. */
  static StoreFailure of(SdkException failure) {
    return failure instanceof AwsServiceException refused
        ? ofAnswer(refused)
        : Unanswered.unsent(failure)
            .orElseGet(() -> StoreFailure.retryable("no-answer", "The server did not answer."));
  }

  /** Of the call that puts a file in its place: what is not known to have failed is unknown. */
  static StoreFailure ofPlacing(SdkException failure) {
    if (failure instanceof AwsServiceException refused) {
      return isVague(refused) ? Unanswered.lost() : ofAnswer(refused);
    }
    return Unanswered.unsent(failure).orElseGet(Unanswered::lost);
  }

  static String code(AwsServiceException refused) {
    var details = refused.awsErrorDetails();
    var code = details == null ? null : details.errorCode();
    return code == null || !code.matches("[A-Za-z0-9._-]{1,64}") ? "" : code;
  }

  private static StoreFailure ofAnswer(AwsServiceException refused) {
    var code = code(refused);
    return switch (code) {
      case "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "InvalidToken",
          "ExpiredToken",
          "TokenRefreshRequired",
          "InvalidSecurity",
          "NotSignedUp" ->
          StoreFailure.credential(
              "credential-refused", "The server refuses the access key. Enter another.");
      case "NoSuchBucket", "InvalidBucketName" ->
          StoreFailure.target(NO_BUCKET, "The bucket does not exist. Create it, or name another.");
      case "PermanentRedirect", "TemporaryRedirect", "AuthorizationHeaderMalformed" -> elsewhere();
      case "RequestTimeTooSkewed" ->
          StoreFailure.target("clock", "The hub's clock differs from the server's. Set it right.");
      case "QuotaExceeded", "StorageFull", "XMinioStorageFull", "InsufficientStorage" ->
          StoreFailure.target("full", "The server has no room left. Make room there.");
      case "EntityTooLarge", "KeyTooLongError" ->
          StoreFailure.rejected("too-large", "The server takes no file so large, or no such name.");
      default -> ofStatus(refused.statusCode(), code);
    };
  }

  private static StoreFailure ofStatus(int status, String code) {
    return switch (status) {
      case 301, 307 -> elsewhere();
      case 401 ->
          StoreFailure.credential(
              "credential-refused", "The server refuses the access key. Enter another.");
      case 403, 405 ->
          StoreFailure.target(
              "access-denied",
              "The access key may not do this there. Give it the rights to list, read, write and"
                  + " delete.");
      case 429, 503 ->
          StoreFailure.retryable("slow-down", "The server is busy and asks to come later.");
      default ->
          StoreFailure.retryable(
              "refused", "The server refuses: " + (code.isEmpty() ? status : code) + ".");
    };
  }

  private static StoreFailure elsewhere() {
    return StoreFailure.target(
        "wrong-region", "The bucket is in another region. Name the one that it is in.");
  }

  /** An answer after which the file may stand there all the same, if late. */
  private static boolean isVague(AwsServiceException refused) {
    int status = refused.statusCode();
    return status < 300 || (status >= 500 && status != 501 && status != 503 && status != 507);
  }
}
