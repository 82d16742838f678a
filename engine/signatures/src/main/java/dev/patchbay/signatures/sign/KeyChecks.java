package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.PdfRefusal;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/** Whether a certificate is one to sign with. */
final class KeyChecks {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int LEAST_CURVE_BITS = 256;
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  private KeyChecks() {}

  static void demandFit(X509Certificate certificate, Instant now) throws PdfRefusal {
    demandInTime(certificate, now);
    demandMaySign(certificate);
    demandStrong(certificate.getPublicKey());
  }

  private static void demandInTime(X509Certificate certificate, Instant now) throws PdfRefusal {
    var from = certificate.getNotBefore().toInstant();
    var to = certificate.getNotAfter().toInstant();
    if (now.isBefore(from)) {
      throw new PdfRefusal(
          "the certificate of the key is not valid before %s. Sign then, or with another."
              .formatted(from));
    }
    if (now.isAfter(to)) {
      throw new PdfRefusal(
          "the certificate of the key has expired on %s. Get a new one from its issuer."
              .formatted(to));
    }
  }

  private static void demandMaySign(X509Certificate certificate) throws PdfRefusal {
    var usage = certificate.getKeyUsage();
    if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
      throw new PdfRefusal(
          "the certificate does not allow its key to sign documents: its key usage has neither"
              + " digitalSignature nor nonRepudiation. Take another key.");
    }
  }

  private static void demandStrong(PublicKey key) throws PdfRefusal {
    switch (key) {
      case RSAPublicKey rsa -> demandBits(rsa.getModulus().bitLength(), LEAST_RSA_BITS, "RSA");
      case ECPublicKey curve ->
          demandBits(curve.getParams().getOrder().bitLength(), LEAST_CURVE_BITS, "EC");
      default ->
          throw new PdfRefusal(
              "the key is of the kind %s. Take an RSA or EC key.".formatted(key.getAlgorithm()));
    }
  }

  private static void demandBits(int bits, int least, String kind) throws PdfRefusal {
    if (bits < least) {
      throw new PdfRefusal(
          "the %s key has %d bits, which is too weak. Take one of %d bits or more."
              .formatted(kind, bits, least));
    }
  }
}
