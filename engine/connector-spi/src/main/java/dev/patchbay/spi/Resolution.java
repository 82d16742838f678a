package dev.patchbay.spi;

import java.time.Duration;

/**
 * What became of a batch whose answer was lost. The first two are final: the far side can never
 * change its mind.
 */
public sealed interface Resolution {
  /** It was applied. */
  record WasApplied(String receipt) implements Resolution {}

  /**
   * It was not applied and can never be, even if the lost request still arrives. A target of {@link
   * Guarantee#NONE} cannot know that; it says so where the batch is to be sent again, which costs a
   * try each time.
   */
  record NeverApplied() implements Resolution {}

  /** Not to be told yet; ask again, after at least this long. */
  record StillUnknown(Cause cause, Duration after) implements Resolution {}

  /** Not to be told because the credential is refused; ask again once it is mended. */
  record CredentialRefused(Cause cause) implements Resolution {}
}
