package dev.patchbay.services.rest;

import dev.patchbay.spi.service.Fetched;
import java.time.Duration;

/** How a request for a token ended. */
sealed interface TokenAnswer {
  /**
   * One was issued.
   *
   * @param life counted from the moment when it was asked for
   */
  record Issued(Grant.Token token, Duration life) implements TokenAnswer {}

  /** None was; this is what whoever needed it is told. */
  record Denied(Fetched why) implements TokenAnswer {}
}
