package dev.patchbay.signatures.check;

import dev.patchbay.model.signature.SignatureFinding;
import dev.patchbay.model.signature.SignatureFinding.TimeSource;
import dev.patchbay.model.signature.Verdict;
import dev.patchbay.signatures.check.Policies.Revocation;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDiagnosticData;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.executor.signature.DefaultSignatureProcessExecutor;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Judges the signatures of one file by what was found in it. */
final class Judge {
  private static final String NOBODY_SAYS =
      "whether the certificate was revoked is not known: its issuer names no place that says so";

  private final SimpleReport strict;
  private final SimpleReport lenient;

  /**
   * The judge.
   *
   * @param facts what was found
   * @param authorities whether it must be known that time-stamp authorities were not revoked
   */
  Judge(XmlDiagnosticData facts, Revocation authorities) {
    this.strict = report(facts, Revocation.KNOWN, authorities);
    this.lenient = report(facts, Revocation.WHERE_IT_IS_SAID, authorities);
  }

  private static SimpleReport report(
      XmlDiagnosticData facts, Revocation signers, Revocation authorities) {
    var process = new DefaultSignatureProcessExecutor();
    process.setDiagnosticData(facts);
    process.setValidationPolicy(Policies.of(signers, authorities));
    process.setCurrentTime(facts.getValidationDate());
    process.setLocale(Locale.ENGLISH);
    process.setEnableEtsiValidationReport(false);
    return process.execute().getSimpleReport();
  }

  /**
   * About one signature.
   *
   * @param size of the file in bytes
   */
  SignatureFinding finding(SignatureWrapper signature, long size) {
    boolean nobodySays = SignatureCheck.saysNothing(signature);
    var report = nobodySays ? lenient : strict;
    var id = signature.getId();
    var verdict = verdict(report.getIndication(id));
    var stamped = stampedTime(report, id);
    return new SignatureFinding(
        Objects.requireNonNullElse(signature.getFirstFieldName(), ""),
        verdict,
        verdict == Verdict.VALID ? List.of() : reasons(report, id),
        nobodySays && verdict == Verdict.VALID ? List.of(NOBODY_SAYS) : List.of(),
        String.valueOf(signature.getSignatureFormat()),
        name(signature),
        issuer(signature),
        stamped.or(() -> claimedTime(signature)).orElse(null),
        stamped.isPresent() ? TimeSource.TIME_STAMP : TimeSource.CLAIMED,
        coversAll(signature, size),
        Changes.after(signature));
  }

  private static Verdict verdict(Indication indication) {
    return switch (indication) {
      case TOTAL_PASSED, PASSED -> Verdict.VALID;
      case TOTAL_FAILED, FAILED -> Verdict.INVALID;
      case INDETERMINATE, NO_SIGNATURE_FOUND -> Verdict.INDETERMINATE;
    };
  }

  private static List<String> reasons(SimpleReport report, String id) {
    return report.getAdESValidationErrors(id).stream().map(Message::getValue).distinct().toList();
  }

  /** The earliest that a valid stamp names. */
  private static Optional<Instant> stampedTime(SimpleReport report, String id) {
    return report.getSignatureTimestamps(id).stream()
        .filter(stamp -> stamp.getIndication() == Indication.PASSED)
        .map(stamp -> stamp.getProductionTime().toInstant())
        .min(Instant::compareTo);
  }

  private static Optional<Instant> claimedTime(SignatureWrapper signature) {
    return Optional.ofNullable(signature.getClaimedSigningTime()).map(time -> time.toInstant());
  }

  private static String name(SignatureWrapper signature) {
    return Optional.ofNullable(signature.getSigningCertificate())
        .map(CertificateWrapper::getReadableCertificateName)
        .orElse("");
  }

  private static String issuer(SignatureWrapper signature) {
    return Optional.ofNullable(signature.getSigningCertificate())
        .map(CertificateWrapper::getCertificateIssuerDN)
        .orElse("");
  }

  /** From the first byte to the last, but for the signature itself. */
  private static boolean coversAll(SignatureWrapper signature, long size) {
    var revision = signature.getPDFRevision();
    var range = revision == null ? List.<BigInteger>of() : revision.getSignatureByteRange();
    return range.size() == 4
        && range.get(0).signum() == 0
        && range.get(2).add(range.get(3)).longValue() == size;
  }
}
