package dev.patchbay.signatures.sign;

/**
 * What was done.
 *
 * @param signer name of the one who has signed, by the certificate
 */
public record Signed(String signer, SignatureLevel level) {}
