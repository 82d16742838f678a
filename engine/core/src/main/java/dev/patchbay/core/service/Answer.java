package dev.patchbay.core.service;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What is known of one thing of a service. Causes name the service. */
public sealed interface Answer {
  /**
   * It is there.
   *
   * @param json one value that the hub can read; must not be changed
   */
  record Found(byte[] json) implements Answer {}

  /** There is no such thing. */
  record Missing() implements Answer {}

  /** Not known now. */
  record Unavailable(Cause cause, Duration pause) implements Answer {}

  /** The service does not take the request. */
  record Refused(Cause cause) implements Answer {}
}
