package dev.patchbay.google;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The readable parts of an answer that refuses; an HTML page has none. See <a
 * href="https://cloud.google.com/apis/design/errors">errors</a>.
 */
public final class GoogleProblem {
  private static final int LONGEST = 400;
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(5);
  private static final Set<String> RATE_REASONS =
      Set.of(
          "RATE_LIMIT_EXCEEDED",
          "rateLimitExceeded",
          "userRateLimitExceeded",
          "dailyLimitExceeded",
          "quotaExceeded");

  private final HttpResponseException answer;
  private final Optional<GoogleJsonError> details;

  /** Reads an answer. */
  public GoogleProblem(HttpResponseException answer) {
    this.answer = answer;
    this.details =
        answer instanceof GoogleJsonResponseException json
            ? Optional.ofNullable(json.getDetails())
            : Optional.empty();
  }

  /** Google's words, cut where they are long; empty if there are none. */
  public String message() {
    var text = text().strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }

  /** Google's words, whole. */
  public String text() {
    return details.map(GoogleJsonError::getMessage).orElse("");
  }

  /** Whether one of these texts of lower case is among Google's words. */
  public boolean says(String... texts) {
    var message = text().toLowerCase(Locale.ROOT);
    return List.of(texts).stream().anyMatch(message::contains);
  }

  /** Whether it has this status of google.rpc. */
  public boolean is(String status) {
    return details.map(error -> status.equals(error.get("status"))).orElse(false);
  }

  /** The reasons that it names, such as {@code rateLimitExceeded}. */
  public List<String> reasons() {
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

  /** Whether a quota of calls is used up, which Google says with 403 too. */
  public boolean isRate() {
    return reasons().stream().anyMatch(RATE_REASONS::contains);
  }

  /** How long to wait: as it says, or until quotas are refilled, which is every minute. */
  public Duration pause(InstantSource clock) {
    return retryAfter().orElseGet(() -> untilNextMinute(clock));
  }

  private Optional<Duration> retryAfter() {
    var seconds = answer.getHeaders() == null ? null : answer.getHeaders().getRetryAfter();
    return Optional.ofNullable(seconds)
        .filter(text -> text.strip().matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text.strip())));
  }

  private static Duration untilNextMinute(InstantSource clock) {
    var pause = Duration.ofMillis(60_000 - clock.millis() % 60_000);
    return pause.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : pause;
  }
}
