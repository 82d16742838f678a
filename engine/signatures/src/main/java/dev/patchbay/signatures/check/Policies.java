package dev.patchbay.signatures.check;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * What is asked of signatures (ETSI EN 319 102-1): as DSS does by itself, but a change that a
 * signature does not allow breaks it.
 */
final class Policies {
  private static final String USUAL = "/policy/constraint.xml";

  private Policies() {}

  /**
   * The policy.
   *
   * @param signers whether it must be known that certificates of signers were not revoked
   * @param authorities likewise those of time-stamp authorities
   */
  static ValidationPolicy of(Revocation signers, Revocation authorities) {
    var policy = usual();
    var signature = policy.getSignatureConstraints().getBasicSignatureConstraints();
    Stream.of(
            signature.getDocMDP(),
            signature.getFieldMDP(),
            signature.getSigFieldLock(),
            signature.getUndefinedChanges())
        .forEach(change -> change.setLevel(Level.FAIL));
    relax(signature, signers);
    relax(policy.getTimestamp().getBasicSignatureConstraints(), authorities);
    return new EtsiValidationPolicy(policy);
  }

  private static ConstraintsParameters usual() {
    try (var file = EtsiValidationPolicy.class.getResourceAsStream(USUAL)) {
      return ValidationPolicyFacade.newFacade().unmarshall(Objects.requireNonNull(file), false);
    } catch (IOException | JAXBException | XMLStreamException | SAXException broken) {
      throw new IllegalStateException("the policy of DSS cannot be read", broken);
    }
  }

  private static void relax(BasicSignatureConstraints signature, Revocation revocation) {
    if (revocation == Revocation.WHERE_IT_IS_SAID) {
      relax(signature.getSigningCertificate());
      relax(signature.getCACertificate());
    }
  }

  private static void relax(CertificateConstraints certificate) {
    Stream.<LevelConstraint>of(
            certificate.getRevocationDataAvailable(),
            certificate.getAcceptableRevocationDataFound())
        .forEach(revocation -> revocation.setLevel(Level.WARN));
  }

  /** Whether it must be known that a certificate was not revoked. */
  enum Revocation {
    /** It must. */
    KNOWN,
    /**
     * What is said about it counts; but nobody says anything, as its issuer has no place for it.
     */
    WHERE_IT_IS_SAID
  }
}
