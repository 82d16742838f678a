package dev.patchbay.services.rest;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.service.Fetched;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a reply means (RFC 9110, section 15; 429 of RFC 6585). A message names the service and its
 * host, never what was asked for: paths and queries hold what people wrote.
 *
 * @param who names the service in messages
 */
record Verdict(String who, InstantSource clock) {
  Fetched of(Reply reply) {
    return switch (reply) {
      case Reply.NotSent(var cause) -> new Fetched.Unavailable(cause, Duration.ZERO);
      case Reply.Failed(var cause) -> new Fetched.Unavailable(cause, Duration.ZERO);
      case Reply.Answered answer when isSuccess(answer.status()) -> found(answer);
      case Reply.Answered answer -> ofStatus(answer);
    };
  }

  static boolean refusesCredential(Reply reply) {
    return reply instanceof Reply.Answered(int status, _, _) && refusesCredential(status);
  }

  static boolean refusesCredential(int status) {
    return status == 401 || status == 403;
  }

  static boolean isSuccess(int status) {
    return status >= 200 && status < 300;
  }

  private Fetched found(Reply.Answered answer) {
    return Json.isOneValue(answer.body())
        ? new Fetched.Found(answer.body())
        : new Fetched.Unavailable(
            new Cause(
                "not-json",
                who
                    + " answers "
                    + answer.status()
                    + " with what is not JSON: is its address"
                    + " that of its API?"),
            Duration.ZERO);
  }

  private Fetched ofStatus(Reply.Answered answer) {
    int status = answer.status();
    if (status < 400) {
      return unavailable(
          answer,
          "redirected",
          ": enter the address that it is found at, redirects are not followed.");
    }
    if (status >= 500) {
      return unavailable(answer, status == 503 ? "busy" : "service-failed", ".");
    }
    return switch (status) {
      case 401, 403 -> new Fetched.CredentialRefused(refusedCredential(status));
      case 404, 410 -> new Fetched.Missing();
      case 429 -> unavailable(answer, "busy", ": it was asked too often.");
      // the two of this class that ask for the same request once more
      case 408, 425 -> unavailable(answer, "try-again", ".");
      default -> new Fetched.Refused(new Cause("refused", says(status) + "."));
    };
  }

  Cause refusedCredential(int status) {
    var advice =
        status == 401
            ? ": it does not take the token. Enter another credential."
            : ": the credential lacks a right. Have it granted, or enter another one.";
    return new Cause("credential-refused", says(status) + advice);
  }

  private Fetched unavailable(Reply.Answered answer, String code, String advice) {
    return new Fetched.Unavailable(
        new Cause(code, says(answer.status()) + advice), RetryAfter.of(answer.headers(), clock));
  }

  String says(int status) {
    return who + " answers " + status;
  }
}
