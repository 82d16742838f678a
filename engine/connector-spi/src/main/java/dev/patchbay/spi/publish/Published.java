package dev.patchbay.spi.publish;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What became of events that were sent together. */
public sealed interface Published {
  /** The broker has all of them. */
  record Done() implements Published {}

  /**
   * The broker has not said that it has all of them.
   *
   * @param cause for a person
   * @param pause wait at least this long before they are brought again
   */
  record NotDone(Cause cause, Duration pause) implements Published {}
}
