package dev.patchbay.spi.service;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What a service answered. */
public sealed interface Fetched {
  /**
   * The thing.
   *
   * @param json one JSON value in UTF-8, found to be well-formed; must not be changed
   */
  record Found(byte[] json) implements Fetched {}

  /** There is no such thing: asking again soon would not change that. */
  record Missing() implements Fetched {}

  /**
   * No answer that could be used, but another time there may be: the service is down, slow, busy,
   * or answers what is not JSON.
   *
   * @param pause how long it asked us to wait, zero if it did not say
   */
  record Unavailable(Cause cause, Duration pause) implements Fetched {}

  /** It does not take our credential: nothing of it can be asked until a person mends that. */
  record CredentialRefused(Cause cause) implements Fetched {}

  /** It does not take this request, and would not take it another time. */
  record Refused(Cause cause) implements Fetched {}
}
