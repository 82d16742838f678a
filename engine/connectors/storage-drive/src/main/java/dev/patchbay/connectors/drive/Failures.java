package dev.patchbay.connectors.drive;

import dev.patchbay.google.Failure;
import dev.patchbay.google.GoogleCalls;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.store.Publication;
import dev.patchbay.spi.store.StoreFailure;
import dev.patchbay.spi.store.Unanswered;
import java.time.Duration;

/** What it means for a file that a call brought no answer. */
final class Failures {
  private Failures() {}

  /** Of a call that puts no file in its place. */
  static StoreFailure of(Failure failure) {
    return switch (failure) {
      case Failure.NotSent(var cause, var after) -> unsent(cause, after);
      case Failure.Throttled(var cause, var after) ->
          StoreFailure.retryable(cause.code(), cause.message(), after);
      case Failure.Credential(var cause) -> StoreFailure.credential(cause.code(), cause.message());
      case Failure.Target(var cause) -> StoreFailure.target(cause.code(), cause.message());
      case Failure.NotFound(var cause) -> StoreFailure.target(cause.code(), cause.message());
      case Failure.Refused(var cause, _) -> StoreFailure.rejected(cause.code(), cause.message());
      case Failure.Stale(var cause) -> StoreFailure.retryable(cause.code(), cause.message());
      case Failure.Lost _ ->
          StoreFailure.retryable(
              "broken-off", "Google did not answer, or the connection broke off.");
    };
  }

  /** Of the call that puts a file in its place; some leave it open. */
  static StoreFailure ofPlacing(Failure failure) {
    return failure instanceof Failure.Lost ? Unanswered.lost() : of(failure);
  }

  /** Of a call after the file stands in its place. */
  static StoreFailure afterPlacing(StoreFailure failure) {
    return failure.publication() instanceof Publication.Unknown ? failure : Unanswered.lost();
  }

  private static StoreFailure unsent(Cause cause, Duration after) {
    return cause.code().equals(GoogleCalls.CERTIFICATE)
        ? StoreFailure.target(cause.code(), cause.message())
        : StoreFailure.retryable(cause.code(), cause.message(), after);
  }
}
