package dev.patchbay.connectors.sheets;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Google's refusals mean: the only place that knows their texts. See <a
 * href="https://cloud.google.com/apis/design/errors">errors</a> and <a
 * href="https://developers.google.com/sheets/api/limits">limits</a>.
 */
final class GoogleErrors {
  private static final Pattern REQUEST = Pattern.compile("Invalid (?:requests|data)\\[(\\d+)]");
  private static final Set<String> RATE_REASONS =
      Set.of("RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded");
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);

  private final InstantSource clock;

  GoogleErrors(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Reads a refusal.
   *
   * @param account address that spreadsheets must be shared with
   */
  Failure read(HttpResponseException answer, String account) {
    var error = new Problem(answer);
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
      case 409 -> new Failure.Refused(cause("conflict", "Google refused", error), error.request());
      case 413 ->
          new Failure.Refused(
              cause("too-large", "Google finds the batch too large", error), OptionalInt.empty());
      case 429 -> throttled(error);
      default -> other(answer.getStatusCode(), error);
    };
  }

  private Failure other(int status, Problem error) {
    var cause = cause("google-" + status, "Google answered " + status, error);
    return status >= 500 || status == 408 || status < 400
        ? new Failure.Lost(cause)
        : new Failure.Refused(cause, OptionalInt.empty());
  }

  private static Failure badRequest(Problem error) {
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
    if (grid && error.request().isEmpty()) {
      // said of a range that the answer should show: whether the writes were applied is not said
      return new Failure.Lost(cause("range-gone", "The tab changed during the call", error));
    }
    return grid
        ? new Failure.Stale(cause("tab-changed", "The tab changed before the call", error))
        : new Failure.Refused(cause("invalid", "Google refused the batch", error), error.request());
  }

  private Failure forbidden(Problem error, String account) {
    if (error.reasons().stream().anyMatch(RATE_REASONS::contains)) {
      return throttled(error);
    }
    if (error.reasons().contains("SERVICE_DISABLED")) {
      return new Failure.Credential(
          cause("api-disabled", "Switch on the Google Sheets API in the project", error));
    }
    if (error.says("insufficient authentication scopes")) {
      return new Failure.Credential(
          cause("scope-missing", "Grant the scope " + SheetsCredentials.SCOPE, error));
    }
    return new Failure.Credential(
        cause("permission-denied", "Share the spreadsheet with " + account + " as editor", error));
  }

  private Failure throttled(Problem error) {
    return new Failure.Throttled(
        cause("quota-exceeded", "Google's quota of calls is used up for now", error),
        error.retryAfter().orElseGet(this::untilNextMinute));
  }

  /** Quotas are refilled every minute. */
  private Duration untilNextMinute() {
    long left = 60_000 - clock.millis() % 60_000;
    var pause = Duration.ofMillis(left);
    return pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause;
  }

  private static Failure target(String code, String what, Problem error) {
    return new Failure.Target(cause(code, what, error));
  }

  private static Cause cause(String code, String what, Problem error) {
    return new Cause(code, error.message().isEmpty() ? what + "." : what + ": " + error.message());
  }

  /** The readable parts of an error answer; an HTML page has none. */
  private static final class Problem {
    private static final int LONGEST = 400;

    private final HttpResponseException answer;
    private final Optional<GoogleJsonError> details;

    Problem(HttpResponseException answer) {
      this.answer = answer;
      this.details =
          answer instanceof GoogleJsonResponseException json
              ? Optional.ofNullable(json.getDetails())
              : Optional.empty();
    }

    String message() {
      var text = details.map(GoogleJsonError::getMessage).orElse("").strip();
      return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    }

    boolean says(String... texts) {
      var message = details.map(GoogleJsonError::getMessage).orElse("").toLowerCase(Locale.ROOT);
      return List.of(texts).stream().anyMatch(message::contains);
    }

    boolean is(String status) {
      return details.map(error -> status.equals(error.get("status"))).orElse(false);
    }

    List<String> reasons() {
      var reasons = new ArrayList<String>();
      details
          .map(GoogleJsonError::getErrors)
          .ifPresent(errors -> errors.forEach(error -> reasons.add(error.getReason())));
      details
          .map(GoogleJsonError::getDetails)
          .ifPresent(parts -> parts.forEach(part -> reasons.add(part.getReason())));
      reasons.removeIf(reason -> reason == null);
      return reasons;
    }

    OptionalInt request() {
      var found = REQUEST.matcher(details.map(GoogleJsonError::getMessage).orElse(""));
      return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    Optional<Duration> retryAfter() {
      var seconds = answer.getHeaders() == null ? null : answer.getHeaders().getRetryAfter();
      return Optional.ofNullable(seconds)
          .filter(text -> text.strip().matches("\\d{1,6}"))
          .map(text -> Duration.ofSeconds(Long.parseLong(text.strip())));
    }
  }
}
