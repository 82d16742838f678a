package dev.patchbay.signatures.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates, for tests. */
public final class CertificateAuthority {
  private final KeyPair keys;
  private final X509Certificate root;
  private final AtomicLong serial = new AtomicLong(100);

  private CertificateAuthority(KeyPair keys, X509Certificate root) {
    this.keys = keys;
    this.root = root;
  }

  /** One with a certificate by itself. */
  public static CertificateAuthority named(String name) throws Exception {
    var keys = curve();
    var now = Instant.now();
    var builder =
        builder(name, name, BigInteger.ONE, keys.getPublic(), now.minus(Duration.ofDays(900)));
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
    builder.addExtension(
        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    builder.addExtension(
        Extension.subjectKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
    return new CertificateAuthority(keys, signed(builder, keys));
  }

  /** A new key with a certificate. */
  public Identity issue(Profile profile) throws Exception {
    return issue(profile, curve());
  }

  /** A certificate for a key. */
  public Identity issue(Profile profile, KeyPair owner) throws Exception {
    var builder =
        new JcaX509v3CertificateBuilder(
            root,
            BigInteger.valueOf(serial.incrementAndGet()),
            java.util.Date.from(profile.from()),
            java.util.Date.from(profile.to()),
            new X500Principal("CN=" + profile.name()),
            owner.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.usage()));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root));
    if (profile.stamps()) {
      builder.addExtension(
          Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    }
    if (!profile.web().isEmpty()) {
      addPlaces(builder, profile.web());
    }
    return new Identity(owner.getPrivate(), List.of(signed(builder, keys), root));
  }

  private static void addPlaces(JcaX509v3CertificateBuilder builder, String web)
      throws IOException {
    var crl =
        new DistributionPoint(
            new DistributionPointName(new GeneralNames(uri(web + "/crl"))), null, null);
    builder.addExtension(
        Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {crl}));
    builder.addExtension(
        Extension.authorityInfoAccess,
        false,
        new AuthorityInformationAccess(
            new AccessDescription[] {
              new AccessDescription(AccessDescription.id_ad_ocsp, uri(web + "/ocsp"))
            }));
  }

  private static GeneralName uri(String address) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, address);
  }

  /** Its own certificate. */
  public X509Certificate root() {
    return root;
  }

  /** The key that it signs with. */
  KeyPair keys() {
    return keys;
  }

  /** Its certificate as a PEM file. */
  public Path pem(Path file) throws IOException, GeneralSecurityException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encode(root.getEncoded());
    return Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + new String(lines, StandardCharsets.US_ASCII)
            + "\n-----END CERTIFICATE-----\n");
  }

  /** Keys on the curve P-256, which are made fast. */
  private static KeyPair curve() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** RSA keys. */
  public static KeyPair rsa(int bits) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static JcaX509v3CertificateBuilder builder(
      String issuer, String name, BigInteger number, PublicKey key, Instant from) {
    return new JcaX509v3CertificateBuilder(
        new X500Name("CN=" + issuer),
        number,
        java.util.Date.from(from),
        java.util.Date.from(from.plus(Duration.ofDays(3650))),
        new X500Name("CN=" + name),
        key);
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair issuer)
      throws OperatorCreationException, GeneralSecurityException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }
}
