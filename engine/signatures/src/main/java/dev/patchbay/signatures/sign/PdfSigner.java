package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.PdfFile;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.PdfRefusal.About;
import dev.patchbay.signatures.web.Authorities;
import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.exception.ProtectedDocumentException;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Signs PDF files as PAdES says (ETSI EN 319 142-1). What is in the file stays as it is, to the
 * byte, so that earlier signatures hold; the new one is put behind it. Thread-safe.
 */
public final class PdfSigner {
  /** For the signature, a chain of certificates and a time stamp; in bytes. */
  private static final int ROOM = 24 << 10;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  /** With a clock, to see whether certificates are in time. */
  public PdfSigner(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Signs a file.
   *
   * @param out where the signed file goes; there is one only if nothing is thrown
   * @throws PdfRefusal if the file, the key or an authority does not allow it
   */
  public Signed sign(Path in, Path out, KeySource source, Signing how)
      throws IOException, PdfRefusal {
    demandAuthority(how);
    var key = KeyOpener.open(source, clock.instant());
    var parameters = parameters(key, how);
    var service = new PAdESService(verifier(key, how));
    how.authority()
        .ifPresent(who -> service.setTspSource(Authorities.timeStamps(who.url(), who.limit())));
    var mark = mark(in, how, key, parameters);
    if (mark.isPresent()) {
      service.setPdfObjFactory(new MarkedSignatures(mark.get()));
      parameters.setImageParameters(anyImage());
    }
    sign(new FileDocument(in.toFile()), out, service, key, parameters);
    return new Signed(Names.of(key.certificate()), how.level());
  }

  /**
   * Whose a key is.
   *
   * @throws PdfRefusal if it cannot be opened, or must not sign now
   */
  public KeyHolder holder(KeySource source) throws PdfRefusal {
    var certificate = KeyOpener.open(source, clock.instant()).certificate();
    return new KeyHolder(Names.of(certificate), certificate.getNotAfter().toInstant());
  }

  private static void demandAuthority(Signing how) throws PdfRefusal {
    if (how.level() != SignatureLevel.B && how.authority().isEmpty()) {
      throw new PdfRefusal(
          "level %s needs a time-stamp authority: name one by --tsa".formatted(how.level()));
    }
  }

  private static PAdESSignatureParameters parameters(SigningKey key, Signing how) {
    var parameters = new PAdESSignatureParameters();
    parameters.setSignatureLevel(
        switch (how.level()) {
          case B -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_B;
          case T -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_T;
          case LT -> eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LT;
        });
    parameters.setDigestAlgorithm(key.digest());
    parameters.setSigningCertificate(new CertificateToken(key.certificate()));
    parameters.setCertificateChain(key.chain().stream().map(CertificateToken::new).toList());
    parameters.setSignerName(Names.of(key.certificate()));
    parameters.setContentSize(ROOM);
    parameters.setAppName("Patchbay");
    if (!how.reason().isEmpty()) {
      parameters.setReason(how.reason());
    }
    return parameters;
  }

  private static CertificateVerifier verifier(SigningKey key, Signing how) {
    if (how.level() != SignatureLevel.LT) {
      return Authorities.OFFLINE.verifier(how.trusted());
    }
    var trusted = new ArrayList<>(how.trusted());
    key.chain().stream().filter(PdfSigner::isRoot).forEach(trusted::add);
    var verifier = Authorities.ONLINE.verifier(trusted);
    verifier.setCheckRevocationForUntrustedChains(true);
    verifier.setAlertOnMissingRevocationData(new ExceptionOnStatusAlert());
    verifier.setAlertOnRevokedCertificate(new ExceptionOnStatusAlert());
    return verifier;
  }

  private static boolean isRoot(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
  }

  private static Optional<MarkTemplate> mark(
      Path in, Signing how, SigningKey key, PAdESSignatureParameters parameters)
      throws IOException, PdfRefusal {
    try (var document = PdfFile.load(in)) {
      if (how.mark().isEmpty()) {
        return Optional.empty();
      }
      var mark = how.mark().get();
      var time = parameters.bLevel().getSigningDate().toInstant();
      var text = new MarkText(mark.text(), TIME.format(time), Names.of(key.certificate()));
      return Optional.of(MarkTemplate.of(mark, text, document));
    }
  }

  /** Without one, DSS asks for no drawing. */
  private static SignatureImageParameters anyImage() {
    var text = new SignatureImageTextParameters();
    text.setText("drawn elsewhere");
    var image = new SignatureImageParameters();
    image.setTextParameters(text);
    return image;
  }

  private static void sign(
      FileDocument document,
      Path out,
      PAdESService service,
      SigningKey key,
      PAdESSignatureParameters parameters)
      throws IOException, PdfRefusal {
    try {
      var data = service.getDataToSign(document, parameters);
      var value = key.sign(data.getBytes());
      service.signDocument(document, parameters, value).save(out.toString());
    } catch (ProtectedDocumentException forbidden) {
      throw new PdfRefusal(
          "an earlier signature does not allow further ones: the PDF was certified as final",
          forbidden);
    } catch (AlertException missing) {
      throw new PdfRefusal(
          "what is needed for later checks cannot be had: " + missing.getMessage(),
          missing,
          About.AUTHORITY);
    } catch (DSSExternalResourceException silent) {
      throw new PdfRefusal("an authority fails: " + silent.getMessage(), silent, About.AUTHORITY);
    } catch (DSSException failure) {
      throw new PdfRefusal("the PDF cannot be signed: " + failure.getMessage(), failure);
    }
  }
}
