package dev.patchbay.connectors.http;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What came back for one request. */
sealed interface Reply {
  /**
   * A status line.
   *
   * @param after of {@code Retry-After}, zero without
   * @param text the beginning of the body, for a person
   */
  record Answered(int status, Duration after, String text) implements Reply {
    Cause cause(String code) {
      return new Cause(code, "The service answers " + status + (text.isEmpty() ? "" : ": " + text));
    }
  }

  /** Nothing was sent. */
  record NotSent(Cause cause) implements Reply {}

  /** A secret is no good, so nothing was sent. */
  record Unsendable(Cause cause) implements Reply {}

  /** Something may have been sent, and nothing came back. */
  record Lost(Cause cause) implements Reply {}
}
