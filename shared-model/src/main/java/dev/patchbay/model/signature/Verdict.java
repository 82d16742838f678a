package dev.patchbay.model.signature;

/** What a signature, or all of a file, is worth. */
public enum Verdict {
  /** Nothing was changed, and who signed is known and trusted. */
  VALID,
  /** It cannot be said, as something is missing: trust in the issuer, or whether it was revoked. */
  INDETERMINATE,
  /** It must not be relied on. */
  INVALID,
  /** There is no signature at all; of files only. */
  UNSIGNED
}
