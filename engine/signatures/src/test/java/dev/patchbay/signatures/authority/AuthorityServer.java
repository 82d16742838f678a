package dev.patchbay.signatures.authority;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Answers on this machine as authorities do on the web: {@code /tsa} (RFC 3161), {@code /ocsp} (RFC
 * 6960) and {@code /crl} (RFC 5280).
 */
public final class AuthorityServer implements AutoCloseable {
  private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.5");
  private static final Duration DAY = Duration.ofDays(1);

  private final HttpServer server;
  private final CertificateAuthority authority;
  private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicLong stamps = new AtomicLong();
  private volatile @Nullable Identity clock;

  private AuthorityServer(HttpServer server, CertificateAuthority authority) {
    this.server = server;
    this.authority = authority;
  }

  /** Starts it. */
  public static AuthorityServer of(CertificateAuthority authority) throws Exception {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var started = new AuthorityServer(HttpServer.create(address, 0), authority);
    started.serve("/tsa", started::stamp);
    started.serve("/ocsp", started::status);
    started.serve("/crl", _ -> started.list());
    started.serve("/refusing", started::refusal);
    started.server.start();
    started.clock = authority.issue(Profile.timeStamps().askedAt(started.url("")));
    return started;
  }

  /** Where something is answered. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Revokes a certificate. */
  public void revoke(X509Certificate certificate) {
    revoked.add(certificate.getSerialNumber());
  }

  /** How often somebody has asked. */
  public int calls() {
    return calls.get();
  }

  private void serve(String path, Answer answer) {
    server.createContext(
        path,
        call -> {
          calls.incrementAndGet();
          try (call) {
            var body = answer.to(call.getRequestBody().readAllBytes());
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
          } catch (Exception broken) {
            throw new IOException(broken);
          }
        });
  }

  private byte[] stamp(byte[] request) throws Exception {
    return response(request, TSPAlgorithms.ALLOWED);
  }

  /** Knows no digest. */
  private byte[] refusal(byte[] request) throws Exception {
    return response(request, Set.of(TSPAlgorithms.MD5));
  }

  private byte[] response(byte[] request, Set<?> digests) throws Exception {
    var identity = Objects.requireNonNull(clock);
    var digest = new JcaDigestCalculatorProviderBuilder().build();
    var sha256 = digest.get(new AlgorithmIdentifier(TSPAlgorithms.SHA256));
    var signer =
        new JcaSimpleSignerInfoGeneratorBuilder()
            .build("SHA256withECDSA", identity.key(), identity.certificate());
    var generator = new TimeStampTokenGenerator(signer, sha256, POLICY);
    generator.addCertificates(new JcaCertStore(identity.chain()));
    var number = BigInteger.valueOf(stamps.incrementAndGet());
    return new TimeStampResponseGenerator(generator, digests)
        .generate(new TimeStampRequest(request), number, java.util.Date.from(Instant.now()))
        .getEncoded();
  }

  private byte[] status(byte[] request) throws Exception {
    var now = Instant.now();
    var key = SubjectPublicKeyInfo.getInstance(authority.keys().getPublic().getEncoded());
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    var answer = new BasicOCSPRespBuilder(key, digests.get(RespID.HASH_SHA1));
    for (var each : new OCSPReq(request).getRequestList()) {
      answer.addResponse(
          each.getCertID(),
          status(each.getCertID().getSerialNumber(), now),
          java.util.Date.from(now),
          java.util.Date.from(now.plus(DAY)));
    }
    var chain = new X509CertificateHolder[] {new JcaX509CertificateHolder(authority.root())};
    var response = answer.build(signer(), chain, java.util.Date.from(now));
    return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, response).getEncoded();
  }

  private @Nullable CertificateStatus status(BigInteger number, Instant now) {
    return revoked.contains(number)
        ? new RevokedStatus(java.util.Date.from(now.minus(DAY)), CRLReason.keyCompromise)
        : CertificateStatus.GOOD;
  }

  private byte[] list() throws Exception {
    var now = Instant.now();
    var list = new JcaX509v2CRLBuilder(authority.root(), java.util.Date.from(now));
    list.setNextUpdate(java.util.Date.from(now.plus(DAY)));
    revoked.forEach(
        number ->
            list.addCRLEntry(number, java.util.Date.from(now.minus(DAY)), CRLReason.keyCompromise));
    return list.build(signer()).getEncoded();
  }

  private ContentSigner signer() throws Exception {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(authority.keys().getPrivate());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private interface Answer {
    byte[] to(byte[] request) throws Exception;
  }
}
