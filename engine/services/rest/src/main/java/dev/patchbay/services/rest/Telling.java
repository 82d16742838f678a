package dev.patchbay.services.rest;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.spi.service.Told;
import java.time.Duration;

/**
 * What the reply to a {@code POST} means. In doubt nobody knows whether it was applied: only what
 * no service changes anything for counts as not applied.
 */
record Telling(Verdict verdict) {
  Told of(Reply reply) {
    return switch (reply) {
      case Reply.NotSent(var cause) -> new Told.NotApplied(cause, Duration.ZERO);
      case Reply.Failed(var cause) -> new Told.Unknown(cause);
      case Reply.Answered answer when Verdict.isSuccess(answer.status()) -> taken(answer);
      case Reply.Answered answer -> ofStatus(answer);
    };
  }

  /** No request was sent, for want of a token. */
  static Told withheld(Fetched why) {
    return switch (why) {
      case Fetched.Unavailable(var cause, var pause) -> new Told.NotApplied(cause, pause);
      case Fetched.CredentialRefused(var cause) -> new Told.CredentialRefused(cause);
      case Fetched.Refused(var cause) -> new Told.Refused(cause);
      case Fetched.Found _, Fetched.Missing _ ->
          throw new IllegalStateException("a token cannot be withheld by an answer");
    };
  }

  private Told taken(Reply.Answered answer) {
    return Json.isOneValue(answer.body())
        ? new Told.Answered(answer.body())
        : new Told.Unknown(
            cause(answer, "not-json", " with what is not JSON: is its address that of its API?"));
  }

  private Told ofStatus(Reply.Answered answer) {
    int status = answer.status();
    if (status < 400) {
      return notApplied(
          answer,
          "redirected",
          ": enter the address that it is found at, redirects are not followed.");
    }
    return switch (status) {
      case 401, 403 -> new Told.CredentialRefused(verdict.refusedCredential(status));
      case 425, 429, 503 -> notApplied(answer, "busy", ": it asks to be left in peace.");
      // the first request with this key may still be worked on
      case 408, 409 -> new Told.Unknown(cause(answer, "try-again", "."));
      default ->
          status >= 500
              ? new Told.Unknown(cause(answer, "service-failed", "."))
              : new Told.Refused(cause(answer, "refused", "."));
    };
  }

  private Told notApplied(Reply.Answered answer, String code, String advice) {
    return new Told.NotApplied(
        cause(answer, code, advice), RetryAfter.of(answer.headers(), verdict.clock()));
  }

  private Cause cause(Reply.Answered answer, String code, String advice) {
    return new Cause(code, verdict.says(answer.status()) + advice);
  }
}
