package dev.patchbay.signatures.sign;

import java.time.Instant;

/**
 * Whose a key is, by its certificate.
 *
 * @param until when the certificate expires
 */
public record KeyHolder(String name, Instant until) {}
