package dev.patchbay.connectors.sheets;

import com.google.api.client.http.HttpResponseException;
import dev.patchbay.google.Failure;
import dev.patchbay.google.GoogleProblem;
import dev.patchbay.google.Refusals;
import dev.patchbay.spi.Cause;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What Google's refusals mean: the only place that knows their texts. See <a
 * href="https://cloud.google.com/apis/design/errors">errors</a> and <a
 * href="https://developers.google.com/sheets/api/limits">limits</a>.
 */
final class GoogleErrors implements Refusals {
  private static final Pattern REQUEST = Pattern.compile("Invalid (?:requests|data)\\[(\\d+)]");

  private final InstantSource clock;

  GoogleErrors(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Failure read(HttpResponseException answer, String account) {
    var error = new GoogleProblem(answer);
    return switch (answer.getStatusCode()) {
      case 400 -> badRequest(error);
      case 401 ->
          new Failure.Credential(
              cause("credential-refused", "Google does not accept the credential any more", error));
      case 403 -> forbidden(error, account);
      case 404 ->
          new Failure.NotFound(
              new Cause(
                  "not-found", "Google does not find it for " + account + ": " + error.message()));
      case 409 -> new Failure.Refused(cause("conflict", "Google refused", error), request(error));
      case 413 ->
          new Failure.Refused(
              cause("too-large", "Google finds the batch too large", error), OptionalInt.empty());
      case 429 -> throttled(error);
      default -> other(answer.getStatusCode(), error);
    };
  }

  private Failure other(int status, GoogleProblem error) {
    var cause = cause("google-" + status, "Google answered " + status, error);
    return status >= 500 || status == 408 || status < 400
        ? new Failure.Lost(cause)
        : new Failure.Refused(cause, OptionalInt.empty());
  }

  private static Failure badRequest(GoogleProblem error) {
    if (error.says("protected cell")) {
      return target("protected", "The tab or a range of it is protected", error);
    }
    if (error.says("limit of 10000000 cells", "above the limit of")) {
      return target("spreadsheet-full", "The spreadsheet is full: begin a new one", error);
    }
    if (error.says("office file") || error.is("FAILED_PRECONDITION")) {
      return target("not-a-sheet", "The document is no Google spreadsheet", error);
    }
    boolean grid =
        error.says("no grid with id", "exceeds grid limits", "unable to parse range")
            || error.says("already exists. please enter another name", "beyond the last");
    if (grid && request(error).isEmpty()) {
      // said of a range that the answer should show: whether the writes were applied is not said
      return new Failure.Lost(cause("range-gone", "The tab changed during the call", error));
    }
    return grid
        ? new Failure.Stale(cause("tab-changed", "The tab changed before the call", error))
        : new Failure.Refused(cause("invalid", "Google refused the batch", error), request(error));
  }

  private Failure forbidden(GoogleProblem error, String account) {
    if (error.isRate()) {
      return throttled(error);
    }
    if (error.reasons().contains("SERVICE_DISABLED")) {
      return new Failure.Credential(
          cause("api-disabled", "Switch on the Google Sheets API in the project", error));
    }
    if (error.says("insufficient authentication scopes")) {
      return new Failure.Credential(
          cause("scope-missing", "Grant the scope " + SheetsSettings.SCOPE, error));
    }
    return new Failure.Credential(
        cause("permission-denied", "Share the spreadsheet with " + account + " as editor", error));
  }

  private Failure throttled(GoogleProblem error) {
    return new Failure.Throttled(
        cause("quota-exceeded", "Google's quota of calls is used up for now", error),
        error.pause(clock));
  }

  private static Failure target(String code, String what, GoogleProblem error) {
    return new Failure.Target(cause(code, what, error));
  }

  private static Cause cause(String code, String what, GoogleProblem error) {
    return new Cause(code, error.message().isEmpty() ? what + "." : what + ": " + error.message());
  }

  private static OptionalInt request(GoogleProblem error) {
    var found = REQUEST.matcher(error.text());
    return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
  }
}
