package dev.patchbay.core.delivery.queue;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What becomes of one delivery after an attempt that was not applied. */
public sealed interface Verdict {
  /** Place in the lane. */
  long seq();

  /** Why. */
  Cause cause();

  /** Stays PENDING and waits; costs a try. */
  record BackOff(long seq, Cause cause, Duration pause) implements Verdict {}

  /** Stays PENDING and waits; costs no try. */
  record Wait(long seq, Cause cause, Duration pause) implements Verdict {}

  /** DEAD: waits for a person. */
  record Park(long seq, Cause cause) implements Verdict {}
}
