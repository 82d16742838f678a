package dev.patchbay.signatures.check;

import dev.patchbay.model.signature.SignatureFinding;
import dev.patchbay.model.signature.Verdict;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.signatures.PdfFile;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.check.Policies.Revocation;
import dev.patchbay.signatures.web.Authorities;
import eu.europa.esig.dss.diagnostic.AbstractTokenProxy;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDiagnosticData;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Says what the signatures of PDF files are worth. Thread-safe.
 *
 * <p>A certificate must be known not to be revoked, unless neither it nor its issuers name a place
 * where that would be said: then nobody could know.
 */
public final class SignatureCheck {
  private static final String TOO_MANY =
      "the file was changed more than %d times, of which the later ones were not looked at"
          .formatted(FileStates.MOST);

  private final List<X509Certificate> trusted;
  private final Authorities authorities;

  /**
   * The check.
   *
   * @param trusted issuers at the ends of chains
   */
  public SignatureCheck(List<X509Certificate> trusted, Authorities authorities) {
    this.trusted = List.copyOf(trusted);
    this.authorities = authorities;
  }

  /**
   * Looks at all signatures of a file.
   *
   * @throws PdfRefusal if it cannot be read
   */
  public Verification verify(Path file) throws IOException, PdfRefusal {
    PdfFile.load(file).close();
    try {
      var facts = facts(file);
      var data = new DiagnosticData(facts);
      var states = FileStates.of(file);
      var judge = new Judge(facts, revocation(data), states);
      var findings = data.getSignatures().stream().map(judge::finding).toList();
      return verification(findings, states);
    } catch (DSSException failure) {
      throw new PdfRefusal("the signatures cannot be read: " + failure.getMessage(), failure);
    }
  }

  private static Verification verification(List<SignatureFinding> findings, FileStates states) {
    var takenOut = TakenOut.from(states);
    var worst = worst(findings);
    if (!takenOut.isEmpty()) {
      return new Verification(Verdict.INVALID, List.of(reason(takenOut)), findings);
    }
    return states.areTooMany() && worst != Verdict.INVALID
        ? new Verification(Verdict.INDETERMINATE, List.of(TOO_MANY), findings)
        : new Verification(worst, List.of(), findings);
  }

  private XmlDiagnosticData facts(Path file) {
    var validator = new PDFDocumentValidator(new FileDocument(file.toFile()));
    validator.setCertificateVerifier(authorities.verifier(trusted));
    return validator.getDiagnosticData();
  }

  /** Of time-stamp authorities. */
  private static Revocation revocation(DiagnosticData data) {
    return data.getTimestampList().stream().allMatch(SignatureCheck::saysNothing)
        ? Revocation.WHERE_IT_IS_SAID
        : Revocation.KNOWN;
  }

  /** Whether no certificate of a chain names a place where it would be said that it is revoked. */
  static boolean saysNothing(AbstractTokenProxy signed) {
    return signed.getCertificateChain().stream()
        .filter(each -> !each.isTrusted())
        .allMatch(SignatureCheck::saysNothing);
  }

  private static boolean saysNothing(CertificateWrapper certificate) {
    return certificate.getCRLDistributionPoints().isEmpty()
        && certificate.getOCSPAccessUrls().isEmpty();
  }

  private static String reason(List<String> takenOut) {
    return "a signature was taken out of the file after it had been signed: "
        + String.join(", ", takenOut);
  }

  private static Verdict worst(List<SignatureFinding> findings) {
    var verdicts = findings.stream().map(SignatureFinding::verdict).toList();
    if (verdicts.isEmpty()) {
      return Verdict.UNSIGNED;
    }
    if (verdicts.contains(Verdict.INVALID)) {
      return Verdict.INVALID;
    }
    return verdicts.contains(Verdict.INDETERMINATE) ? Verdict.INDETERMINATE : Verdict.VALID;
  }
}
