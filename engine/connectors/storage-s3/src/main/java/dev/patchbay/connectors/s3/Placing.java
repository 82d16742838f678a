package dev.patchbay.connectors.s3;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** The one call after which a file stands in its place. */
record Placing(Bucket bucket) {
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;
  private static final int CONFLICT = 409;
  private static final int NOT_IMPLEMENTED = 501;

  /** Whether it was put there: false if what stands there does not meet the condition. */
  boolean place(
      String method, Condition condition, Deadline deadline, Function<Condition, Bucket.Call<?>> of)
      throws StoreFailure {
    try {
      var _ = bucket.place(method, deadline, of.apply(condition));
      return true;
    } catch (AwsServiceException refused) {
      return switch (refused.statusCode()) {
        case PRECONDITION_FAILED -> false;
        case NOT_FOUND -> {
          if (condition.ifMatch() == null || !Failures.code(refused).equals("NoSuchKey")) {
            throw Failures.ofPlacing(refused);
          }
          yield false;
        }
        case CONFLICT -> throw conflict();
        case NOT_IMPLEMENTED -> {
          if (condition.equals(Condition.ALWAYS)) {
            throw Failures.ofPlacing(refused);
          }
          // It knows no conditions; what stands there was looked up before.
          yield place(method, Condition.ALWAYS, deadline, of);
        }
        default -> throw Failures.ofPlacing(refused);
      };
    } catch (SdkException lost) {
      throw Failures.ofPlacing(lost);
    }
  }

  private static StoreFailure conflict() {
    return StoreFailure.retryable(
        "conflict", "Another file was put there in the same moment. It is tried again.");
  }
}
