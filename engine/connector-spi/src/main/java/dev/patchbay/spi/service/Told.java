package dev.patchbay.spi.service;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What became of something that a service was told. */
public sealed interface Told {
  /**
   * It took it, or had taken it before under the same key.
   *
   * @param json what it answered: one JSON value in UTF-8, found to be well-formed; must not be
   *     changed
   */
  record Answered(byte[] json) implements Told {}

  /**
   * Nothing was changed, but another time it may be: the service is down or busy.
   *
   * @param pause how long it asked us to wait, zero if it did not say
   */
  record NotApplied(Cause cause, Duration pause) implements Told {}

  /** It does not take this, and would not take it another time. Nothing was changed. */
  record Refused(Cause cause) implements Told {}

  /** It does not take our credential: nothing can be told before a person mends that. */
  record CredentialRefused(Cause cause) implements Told {}

  /**
   * It may have been taken or not: the answer was lost, or says that the service failed. Telling it
   * again with the same key and the same content does no harm, as long as the service remembers the
   * key.
   */
  record Unknown(Cause cause) implements Told {}
}
