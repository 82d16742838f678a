package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.PdfRefusal.About;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/**
 * A key that is open, with its certificate.
 *
 * @param chain its certificate, then that of its issuer and so on, as far as they are there
 */
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {
  private static final int SMALL_CURVE = 256;
  private static final int MIDDLE_CURVE = 384;

  public SigningKey {
    chain = List.copyOf(chain);
  }

  /** The certificate of the one who signs. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** SHA-256, or what is as strong as the key. */
  DigestAlgorithm digest() {
    if (certificate().getPublicKey() instanceof ECPublicKey curve) {
      int bits = curve.getParams().getOrder().bitLength();
      if (bits > SMALL_CURVE) {
        return bits > MIDDLE_CURVE ? DigestAlgorithm.SHA512 : DigestAlgorithm.SHA384;
      }
    }
    return DigestAlgorithm.SHA256;
  }

  /** Signs. */
  SignatureValue sign(byte[] data) throws PdfRefusal {
    var encryption =
        certificate().getPublicKey() instanceof RSAPublicKey
            ? EncryptionAlgorithm.RSA
            : EncryptionAlgorithm.ECDSA;
    var algorithm = SignatureAlgorithm.getAlgorithm(encryption, digest());
    try {
      var signature = Signature.getInstance(algorithm.getJCEId());
      signature.initSign(key);
      signature.update(data);
      return new SignatureValue(algorithm, signature.sign());
    } catch (GeneralSecurityException | ProviderException failure) {
      throw new PdfRefusal("the key does not sign: " + failure.getMessage(), failure, About.KEY);
    }
  }
}
