package dev.patchbay.signatures.web;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** Whom to ask about certificates and the time. */
public enum Authorities {
  /** Nobody: what is not in the file is not known. */
  OFFLINE,
  /** Those that certificates name, by HTTP: OCSP (RFC 6960), CRLs and issuers (RFC 5280). */
  ONLINE;

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What looks certificates up. */
  public CommonCertificateVerifier verifier(List<X509Certificate> trusted) {
    var verifier = new CommonCertificateVerifier(true);
    var anchors = new CommonTrustedCertificateSource();
    trusted.forEach(each -> anchors.addCertificate(new CertificateToken(each)));
    verifier.setTrustedCertSources(anchors);
    if (this == ONLINE) {
      verifier.setAIASource(new DefaultAIASource(new WebLoader("application/octet-stream", LIMIT)));
      verifier.setOcspSource(
          new OnlineOCSPSource(new WebLoader("application/ocsp-request", LIMIT)));
      verifier.setCrlSource(new OnlineCRLSource(new WebLoader("application/octet-stream", LIMIT)));
    }
    return verifier;
  }

  /** A time-stamp authority (RFC 3161). */
  public static TSPSource timeStamps(URI url, Duration limit) {
    return new OnlineTSPSource(url.toString(), new WebLoader("application/timestamp-query", limit));
  }
}
