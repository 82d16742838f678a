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
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges the signatures of one file by what was found in it. */
final class Judge {
  private static final String COVERED =
      "what was put on page %d after it was signed may cover what was signed";

  private static final String LOOSE =
      "what stands behind the signed part is no change as PDF has them, and may be shown all the same";

  private static final String NOBODY_SAYS =
      "whether the certificate was revoked is not known: its issuer names no place that says so";

  private final FileStates file;
  private final SimpleReport strict;
  private final SimpleReport lenient;

  /**
   * The judge.
   *
   * @param facts what was found
   * @param authorities whether it must be known that time-stamp authorities were not revoked
   * @param file that they are in
   */
  Judge(XmlDiagnosticData facts, Revocation authorities, FileStates file) {
    this.file = file;
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

  /** About one signature. */
  SignatureFinding finding(SignatureWrapper signature) {
    boolean nobodySays = SignatureCheck.saysNothing(signature);
    var report = nobodySays ? lenient : strict;
    var id = signature.getId();
    var doubts = doubts(signature);
    var verdict = verdict(report.getIndication(id), doubts);
    var stamped = stampedTime(report, id);
    return new SignatureFinding(
        Objects.requireNonNullElse(signature.getFirstFieldName(), ""),
        verdict,
        verdict == Verdict.VALID ? List.of() : reasons(report, id, doubts),
        nobodySays && verdict == Verdict.VALID ? List.of(NOBODY_SAYS) : List.of(),
        String.valueOf(signature.getSignatureFormat()),
        name(signature),
        issuer(signature),
        stamped.or(() -> claimedTime(signature)).orElse(null),
        stamped.isPresent() ? TimeSource.TIME_STAMP : TimeSource.CLAIMED,
        end(signature) == file.size(),
        Changes.after(signature));
  }

  private static Verdict verdict(Indication indication, List<String> doubts) {
    return switch (indication) {
      case TOTAL_PASSED, PASSED -> doubts.isEmpty() ? Verdict.VALID : Verdict.INDETERMINATE;
      case TOTAL_FAILED, FAILED -> Verdict.INVALID;
      case INDETERMINATE, NO_SIGNATURE_FOUND -> Verdict.INDETERMINATE;
    };
  }

  private static List<String> reasons(SimpleReport report, String id, List<String> doubts) {
    return Stream.concat(
            report.getAdESValidationErrors(id).stream().map(Message::getValue), doubts.stream())
        .distinct()
        .toList();
  }

  /** Why what readers show may be something else than what was signed. */
  private List<String> doubts(SignatureWrapper signature) {
    int end = end(signature);
    if (end <= 0 || end >= file.size()) {
      return List.of();
    }
    var marks = laterMarks(end).stream().map(COVERED::formatted);
    return Stream.concat(marks, Stream.of(LOOSE).filter(_ -> !Tail.isReadAlike(file, end)))
        .toList();
  }

  private List<Integer> laterMarks(int end) {
    try {
      return LaterMarks.pages(file, end);
    } catch (IOException noState) {
      return List.of(); // and so it is broken, which is told besides
    }
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

  /** Where what it covers ends, from the first byte on but for itself; 0 if it covers less. */
  private static int end(SignatureWrapper signature) {
    var revision = signature.getPDFRevision();
    var range = revision == null ? List.<BigInteger>of() : revision.getSignatureByteRange();
    if (range.size() != 4 || range.get(0).signum() != 0) {
      return 0;
    }
    var end = range.get(2).add(range.get(3));
    return end.bitLength() < Integer.SIZE ? end.intValue() : 0;
  }
}
