package dev.patchbay.signatures.sign;

import java.net.URI;
import java.time.Duration;

/**
 * Who says what time it is (RFC 3161).
 *
 * @param limit how long an answer may take
 */
public record TimeStampAuthority(URI url, Duration limit) {}
