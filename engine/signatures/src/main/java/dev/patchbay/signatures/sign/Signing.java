package dev.patchbay.signatures.sign;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How to sign.
 *
 * @param authority who says the time; must be there for the levels above {@link SignatureLevel#B}
 * @param mark how it shows; empty for a signature that is not seen
 * @param reason why it is signed, as readers show it; empty for none
 * @param trusted issuers at the ends of chains, besides that of the key; for {@link
 *     SignatureLevel#LT}, such as that of the time-stamp authority
 */
public record Signing(
    SignatureLevel level,
    Optional<TimeStampAuthority> authority,
    Optional<VisibleMark> mark,
    String reason,
    List<X509Certificate> trusted) {
  public Signing {
    trusted = List.copyOf(trusted);
  }
}
