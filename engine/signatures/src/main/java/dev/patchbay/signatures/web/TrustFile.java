package dev.patchbay.signatures.web;

import dev.patchbay.signatures.PdfRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** PEM files with certificates that are trusted. */
public final class TrustFile {
  private TrustFile() {}

  /**
   * All certificates of all files.
   *
   * @throws PdfRefusal if one cannot be read or holds none
   */
  public static List<X509Certificate> read(List<Path> files) throws PdfRefusal {
    var trusted = new ArrayList<X509Certificate>();
    for (var file : files) {
      trusted.addAll(read(file));
    }
    return trusted;
  }

  private static List<X509Certificate> read(Path file) throws PdfRefusal {
    try (var in = Files.newInputStream(file)) {
      var found =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new PdfRefusal(file + " holds no certificate");
      }
      return found;
    } catch (IOException missing) {
      throw new PdfRefusal(file + " is not there, or cannot be read", missing);
    } catch (CertificateException broken) {
      throw new PdfRefusal(file + " is no PEM file with certificates", broken);
    }
  }
}
