package dev.patchbay.connectors.sheets;

import dev.patchbay.google.Failure;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import java.time.Duration;
import java.util.List;

/** What a failed call means for a batch, by what the call was for. */
final class Outcomes {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration LATER = Duration.ofMinutes(1);

  private Outcomes() {}

  /** The call only read, so nothing was applied whatever went wrong. */
  static Outcome ofRead(Failure failure) {
    return switch (failure) {
      case Failure.NotSent(var cause, var after) -> new Outcome.NotApplied(cause, after);
      case Failure.Throttled(var cause, var after) -> new Outcome.Throttled(cause, after);
      case Failure.Credential(var cause) -> new Outcome.CredentialRefused(cause);
      case Failure.Target(var cause) -> new Outcome.TargetRefused(cause);
      case Failure.NotFound(var cause) -> new Outcome.TargetRefused(missing(cause));
      case Failure.Stale(var cause) -> new Outcome.NotApplied(cause, Duration.ZERO);
      case Failure.Refused(var cause, _) -> new Outcome.TargetRefused(cause);
      case Failure.Lost(var cause) -> new Outcome.NotApplied(cause, Duration.ZERO);
    };
  }

  /**
   * The call sent the batch for the first and only time: a refusal means that it was not applied.
   */
  static Outcome ofSend(Failure failure) {
    return switch (failure) {
      case Failure.Refused(var cause, _) -> new Outcome.Rejected(cause, List.of());
      case Failure.Lost(var cause) -> new Outcome.Unknown(cause);
      case Failure.NotSent _, Failure.Throttled _, Failure.Credential _ -> ofRead(failure);
      case Failure.Target _, Failure.NotFound _, Failure.Stale _ -> ofRead(failure);
    };
  }

  /** The call was to settle a batch: a failure settles nothing. */
  static Resolution ofSettling(Failure failure) {
    return switch (failure) {
      case Failure.Credential(var cause) -> new Resolution.CredentialRefused(cause);
      case Failure.NotSent(var cause, var after) ->
          new Resolution.StillUnknown(cause, after.isZero() ? SOON : after);
      case Failure.Throttled(var cause, var after) -> new Resolution.StillUnknown(cause, after);
      case Failure.Lost(var cause) -> new Resolution.StillUnknown(cause, SOON);
      case Failure.Stale(var cause) -> new Resolution.StillUnknown(cause, SOON);
      case Failure.Refused(var cause, _) -> new Resolution.StillUnknown(cause, LATER);
      case Failure.NotFound(var cause) -> new Resolution.StillUnknown(missing(cause), LATER);
      case Failure.Target(var cause) -> new Resolution.StillUnknown(cause, LATER);
    };
  }

  private static Cause missing(Cause cause) {
    return new Cause(
        "spreadsheet-missing",
        "The spreadsheet is gone, or not shared with this account. " + cause.message());
  }
}
