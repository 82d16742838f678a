package dev.patchbay.server.signature;

import dev.patchbay.model.signature.Verification;

/** What has come of checking a file. */
public sealed interface VerificationAnswer {
  /** This was found. */
  record Verified(Verification found) implements VerificationAnswer {}

  /** It cannot be read; the reason says what to do. */
  record Unreadable(String reason) implements VerificationAnswer {}

  /** There is nobody to check it; the reason says what is missing. */
  record Absent(String reason) implements VerificationAnswer {}
}
