package dev.patchbay.signatures.sign;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Names in certificates. */
final class Names {
  private Names() {}

  /** The common name of whom it was issued to, or all that is said of him. */
  static String of(X509Certificate certificate) {
    var name = certificate.getSubjectX500Principal().getName();
    try {
      return new LdapName(name)
          .getRdns().stream()
              .filter(part -> "CN".equalsIgnoreCase(part.getType()))
              .map(part -> part.getValue().toString())
              .findFirst()
              .orElse(name);
    } catch (InvalidNameException odd) {
      return name;
    }
  }
}
