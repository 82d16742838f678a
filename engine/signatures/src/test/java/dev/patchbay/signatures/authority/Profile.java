package dev.patchbay.signatures.authority;

import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a certificate says.
 *
 * @param usage bits of {@link KeyUsage}
 * @param stamps whether it may stamp the time
 * @param web where its issuer says whether it is revoked; empty for nowhere
 */
public record Profile(
    String name, Instant from, Instant to, int usage, boolean stamps, String web) {
  private static final Duration YEAR = Duration.ofDays(365);

  /** Of somebody who signs, from yesterday for a year. */
  public static Profile signer(String name) {
    var now = Instant.now();
    return new Profile(
        name,
        now.minus(Duration.ofDays(1)),
        now.plus(YEAR),
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
        false,
        "");
  }

  /** Of a time-stamp authority. */
  public static Profile timeStamps() {
    var signer = signer("Test Time");
    return new Profile(
        signer.name, signer.from, signer.to, KeyUsage.digitalSignature, true, signer.web);
  }

  /** In other times. */
  public Profile within(Instant from, Instant to) {
    return new Profile(name, from, to, usage, stamps, web);
  }

  /** For other uses. */
  public Profile using(int bits) {
    return new Profile(name, from, to, bits, stamps, web);
  }

  /** With a place where it is said whether it is revoked. */
  public Profile askedAt(String base) {
    return new Profile(name, from, to, usage, stamps, base);
  }
}
