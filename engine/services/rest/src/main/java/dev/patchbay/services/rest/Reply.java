package dev.patchbay.services.rest;

import dev.patchbay.spi.Cause;
import java.net.http.HttpHeaders;

/** How one request ended. */
sealed interface Reply {
  /** An answer came, whole. */
  record Answered(int status, HttpHeaders headers, byte[] body) implements Reply {}

  /** Nobody can have read it: no connection came about. */
  record NotSent(Cause cause) implements Reply {}

  /** None came, or it broke off, or it was too large or too slow. */
  record Failed(Cause cause) implements Reply {}
}
