package dev.patchbay.spi.store;

import dev.patchbay.spi.Cause;
import java.time.Duration;

/** What became of a file. */
public sealed interface Publication {
  /**
   * It stands there, whole.
   *
   * @param path where, which is another one where the policy gave a number
   */
  record Stored(StorePath path) implements Publication {}

  /**
   * Nothing was stored, and a later attempt may succeed.
   *
   * @param after wait at least this long, zero if the far side did not say
   */
  record NotStored(Cause cause, Duration after) implements Publication {}

  /** Another file stands there, and the policy does not let it go. */
  record Exists(StorePath path) implements Publication {}

  /** Nothing was stored, and this file will be refused again. */
  record Rejected(Cause cause) implements Publication {}

  /** The store takes nothing now: its folder is missing, protected or full. */
  record TargetRefused(Cause cause) implements Publication {}

  /** The credential was refused. */
  record CredentialRefused(Cause cause) implements Publication {}

  /** The answer was lost; publish it again, or ask {@link FileStore#find}. */
  record Unknown(Cause cause) implements Publication {}
}
