package dev.patchbay.signatures.sign;

/** How much a signature holds: the levels of PAdES (ETSI EN 319 142-1). */
public enum SignatureLevel {
  /** The signature and its certificate. */
  B,
  /** And the time, by an authority. */
  T,
  /** And all that is needed to check it when the authorities are gone. */
  LT
}
