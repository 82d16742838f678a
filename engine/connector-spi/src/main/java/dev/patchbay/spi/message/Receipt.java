package dev.patchbay.spi.message;

import dev.patchbay.spi.Cause;

/** What became of a message for one recipient. */
public sealed interface Receipt {
  /** The far side has taken it and answers for it now. */
  record Accepted() implements Receipt {}

  /** It will be refused again. */
  record Refused(Cause cause) implements Receipt {}

  /** It was not taken; later it may be. */
  record Later(Cause cause) implements Receipt {}

  /** The answer was lost: maybe it was taken. */
  record Unknown(Cause cause) implements Receipt {}
}
