package dev.patchbay.google;

import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.OptionalInt;

/** Why a call of one of Google's services brought no answer. */
public sealed interface Failure {
  /** What happened, for a person. */
  Cause cause();

  /** Nothing was sent; a later call may succeed. Waits at least that long. */
  record NotSent(Cause cause, Duration after) implements Failure {}

  /** A call budget is used up, ours or Google's. */
  record Throttled(Cause cause, Duration after) implements Failure {}

  /** The credential was refused. */
  record Credential(Cause cause) implements Failure {}

  /** The target as a whole takes nothing. */
  record Target(Cause cause) implements Failure {}

  /** The absence of what was asked for. */
  record NotFound(Cause cause) implements Failure {}

  /**
   * What was asked is wrong.
   *
   * @param request index of the request at fault, where Google names one
   */
  record Refused(Cause cause, OptionalInt request) implements Failure {}

  /** What is written to is not as it was when the call was made up: look again. */
  record Stale(Cause cause) implements Failure {}

  /** No answer, half an answer, or one that says nothing: a write may have been applied. */
  record Lost(Cause cause) implements Failure {}
}
