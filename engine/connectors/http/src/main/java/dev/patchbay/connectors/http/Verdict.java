package dev.patchbay.connectors.http;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Resolution;
import java.time.Duration;
import java.util.List;

/**
 * What a reply means (RFC 9110, section 15; {@code Retry-After} 10.2.3; 429 of RFC 6585).
 *
 * <p>A failure of the service (5xx) counts as not applied: the next attempt carries the same key,
 * so a service that honours it doubles nothing, and a row that it can never take is parked in the
 * end.
 */
final class Verdict {
  private static final Duration SOON = Duration.ofSeconds(5);

  private Verdict() {}

  /** Of the first send of an attempt. */
  static Outcome ofSend(Reply reply, String where) {
    return switch (reply) {
      case Reply.NotSent(var cause) -> new Outcome.NotApplied(cause, Duration.ZERO);
      case Reply.Unsendable(var cause) -> new Outcome.CredentialRefused(cause);
      case Reply.Lost(var cause) -> new Outcome.Unknown(cause);
      case Reply.Answered answer -> ofAnswer(answer, where);
    };
  }

  /** Of an attempt that was sent once more because its answer was lost. */
  static Resolution ofReplay(Reply reply, String where) {
    return switch (reply) {
      case Reply.NotSent(var cause) -> new Resolution.StillUnknown(cause, SOON);
      case Reply.Unsendable(var cause) -> new Resolution.CredentialRefused(cause);
      case Reply.Lost(var cause) -> new Resolution.StillUnknown(cause, SOON);
      case Reply.Answered answer ->
          switch (ofAnswer(answer, where)) {
            case Outcome.Applied(var receipt) -> new Resolution.WasApplied(receipt);
            case Outcome.Throttled(var cause, var after) ->
                new Resolution.StillUnknown(cause, after);
            case Outcome.CredentialRefused(var cause) -> new Resolution.CredentialRefused(cause);
            case Outcome.TargetRefused(var cause) -> new Resolution.StillUnknown(cause, SOON);
            case Outcome.Unknown(var cause) -> new Resolution.StillUnknown(cause, SOON);
            case Outcome.NotApplied _, Outcome.Postponed _, Outcome.Rejected _ ->
                new Resolution.NeverApplied();
          };
    };
  }

  private static Outcome ofAnswer(Reply.Answered answer, String where) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Outcome.Applied(where + " → " + status);
    }
    return switch (status) {
      case 401, 403 -> new Outcome.CredentialRefused(answer.cause("credential-refused"));
      case 429 -> new Outcome.Throttled(answer.cause("too-many-requests"), waited(answer));
      case 404, 405, 410, 501 -> new Outcome.TargetRefused(answer.cause("no-such-place"));
      case 408, 425 -> new Outcome.NotApplied(answer.cause("try-again"), answer.after());
      default -> ofClass(answer);
    };
  }

  private static Outcome ofClass(Reply.Answered answer) {
    return switch (answer.status() / 100) {
      case 4 -> new Outcome.Rejected(answer.cause("refused"), List.of());
      case 5 -> new Outcome.NotApplied(answer.cause("service-failed"), answer.after());
      default ->
          new Outcome.TargetRefused(
              new Cause(
                  "elsewhere",
                  "The service answers "
                      + answer.status()
                      + " and redirects; enter the address it means."));
    };
  }

  private static Duration waited(Reply.Answered answer) {
    return answer.after().isZero() ? SOON : answer.after();
  }
}
