package dev.patchbay.signatures.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.patchbay.model.signature.SignatureFinding;
import dev.patchbay.model.signature.SignatureFinding.TimeSource;
import dev.patchbay.model.signature.Verdict;
import dev.patchbay.signatures.Command;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.TestPdf;
import dev.patchbay.signatures.TestPicture;
import dev.patchbay.signatures.authority.AuthorityServer;
import dev.patchbay.signatures.authority.CertificateAuthority;
import dev.patchbay.signatures.authority.Identity;
import dev.patchbay.signatures.authority.Profile;
import dev.patchbay.signatures.check.SignatureCheck;
import dev.patchbay.signatures.page.Edge;
import dev.patchbay.signatures.page.Place;
import dev.patchbay.signatures.stamp.PdfStamper;
import dev.patchbay.signatures.stamp.StampFile;
import dev.patchbay.signatures.web.Authorities;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, judged by DSS. */
class PdfSignerTest {
  private static final String PASSWORD = "päss";
  private static final Signing PLAIN =
      new Signing(SignatureLevel.B, Optional.empty(), Optional.empty(), "", List.of());

  private static CertificateAuthority authority;
  private static AuthorityServer web;
  private static Identity ann;

  @TempDir private Path folder;

  @BeforeAll
  static void issue() throws Exception {
    authority = CertificateAuthority.named("Test Root");
    web = AuthorityServer.of(authority);
    ann = authority.issue(Profile.signer("Ann Example").askedAt(web.url("")));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void signs() throws Exception {
    var in = TestPdf.plain(folder.resolve("in.pdf"), 2);

    var signed = new PdfSigner(InstantSource.system()).sign(in, out(), key(ann), PLAIN);

    assertThat(signed).isEqualTo(new Signed("Ann Example", SignatureLevel.B));
    assertThat(found(out(), Authorities.ONLINE))
        .extracting(
            SignatureFinding::verdict,
            SignatureFinding::level,
            SignatureFinding::signer,
            SignatureFinding::issuer,
            SignatureFinding::timeSource,
            SignatureFinding::wholeFile,
            SignatureFinding::changesAfter)
        .containsExactly(
            Verdict.VALID,
            "PAdES-BASELINE-B",
            "Ann Example",
            "CN=Test Root",
            TimeSource.CLAIMED,
            true,
            List.of());
  }

  /** Poppler's own judgement, by NSS. */
  @Test
  void convincesPdfsig() throws Exception {
    Assumptions.assumeTrue(
        Command.exists("pdfsig"), "pdfsig is not installed (Debian: poppler-utils)");
    var rsa = authority.issue(Profile.signer("Rita Example"), CertificateAuthority.rsa(2048));
    sign(key(rsa), with(SignatureLevel.T));

    assertThat(Command.output(List.of(), "pdfsig", "-nocert", out().toString()))
        .contains(
            "Signer Certificate Common Name: Rita Example",
            "Signing Hash Algorithm: SHA-256",
            "Signature Type: ETSI.CAdES.detached",
            "Total document signed",
            "Signature Validation: Signature is Valid.");
  }

  @Test
  void hasTheTimeFromAnAuthority() throws Exception {
    sign(key(ann), with(SignatureLevel.T));

    assertThat(found(out(), Authorities.ONLINE))
        .extracting(
            SignatureFinding::verdict, SignatureFinding::level, SignatureFinding::timeSource)
        .containsExactly(Verdict.VALID, "PAdES-BASELINE-T", TimeSource.TIME_STAMP);
  }

  @Test
  void bringsWhatLaterChecksNeed() throws Exception {
    sign(key(ann), with(SignatureLevel.LT));
    int calls = web.calls();

    assertThat(found(out(), Authorities.OFFLINE))
        .extracting(
            SignatureFinding::verdict, SignatureFinding::level, SignatureFinding::timeSource)
        .containsExactly(Verdict.VALID, "PAdES-BASELINE-LT", TimeSource.TIME_STAMP);
    assertThat(web.calls()).isEqualTo(calls);
  }

  @Test
  void leavesAnEarlierSignatureAlone() throws Exception {
    sign(key(ann), PLAIN);
    var first = out();
    var ben = authority.issue(Profile.signer("Ben Example").askedAt(web.url("")));
    var second = folder.resolve("second.pdf");

    new PdfSigner(InstantSource.system()).sign(first, second, key(ben), with(SignatureLevel.LT));

    var before = Files.readAllBytes(first);
    assertThat(Arrays.copyOf(Files.readAllBytes(second), before.length)).isEqualTo(before);
    assertThat(all(second, Authorities.ONLINE))
        .extracting(SignatureFinding::signer, SignatureFinding::verdict)
        .containsExactly(tuple("Ann Example", Verdict.VALID), tuple("Ben Example", Verdict.VALID));
  }

  @ParameterizedTest
  @CsvSource({"0, 300, 500", "90, 500, 300", "180, 300, 500", "270, 500, 300"})
  void showsWhereItIsSeen(int turn, int width, int height) throws Exception {
    var seen = new PDRectangle(100, 150, 300, 500);
    var in = TestPdf.turned(folder.resolve("in.pdf"), turn, seen);
    var place = new Place(Edge.BOTTOM_LEFT, 10, 10);
    var picture = TestPicture.of("jpg", 30, 30, Color.BLUE);
    var mark = new VisibleMark(-1, place, 60, 20, "Signed by {name}\n{time}", picture);

    new PdfSigner(InstantSource.system()).sign(in, out(), key(ann), shown(mark));

    var page = TestPdf.seen(out(), 1);
    assertThat(List.of(page.getWidth(), page.getHeight())).containsExactly(width, height);
    // 10 mm are 28 points; the picture is as high as the box
    assertThat(new Color(page.getRGB(40, height - 40)).getBlue()).isGreaterThan(200);
    assertThat(new Color(page.getRGB(40, height - 40)).getRed()).isLessThan(60);
    assertThat(new Color(page.getRGB(22, height - 40))).isEqualTo(Color.WHITE);
    assertThat(new Color(page.getRGB(40, height - 90))).isEqualTo(Color.WHITE);
    assertThat(found(out(), Authorities.ONLINE).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void showsANameOfWhichTheFontHasAPart() throws Exception {
    var signer = authority.issue(Profile.signer("Ann 山田"));
    var place = new Place(Edge.BOTTOM_LEFT, 10, 10);

    sign(key(signer), shown(new VisibleMark(1, place, 60, 20, "{name}", new byte[0])));

    assertThat(found(out(), Authorities.OFFLINE).signer()).isEqualTo("Ann 山田");
  }

  @Test
  void takesNoStampAnyMore() throws Exception {
    sign(key(ann), PLAIN);
    var stamps = Files.writeString(folder.resolve("stamps.json"), "[{\"$type\":\"PageNumbers\"}]");
    var stamper = new PdfStamper(StampFile.read(stamps));

    assertThatThrownBy(() -> stamper.stamp(out(), folder.resolve("stamped.pdf")))
        .isInstanceOf(PdfRefusal.class)
        .hasMessageStartingWith("the PDF is signed, and a stamp would break the signature");
  }

  @Test
  void refusesAMarkThatDoesNotFit() throws Exception {
    var place = new Place(Edge.BOTTOM_LEFT, 10, 10);

    refused(key(ann), shown(new VisibleMark(2, place, 60, 20, "x", new byte[0])))
        .hasMessage("there is no page 2 for the visible signature; there are 1");
    refused(key(ann), shown(new VisibleMark(1, place, 600, 20, "x", new byte[0])))
        .hasMessageStartingWith("the visible signature does not fit onto page 1");
    refused(key(ann), shown(new VisibleMark(1, place, 60, 20, "漢", new byte[0])))
        .hasMessageStartingWith("the text of the visible signature holds a character");
  }

  @Test
  void refusesCertificatesOutOfTime() throws Exception {
    var now = Instant.now();
    var day = Duration.ofDays(1);
    var old = Profile.signer("Old").within(now.minus(day.multipliedBy(3)), now.minus(day));
    var young = Profile.signer("Young").within(now.plus(day), now.plus(day.multipliedBy(3)));

    refused(key(authority.issue(old)), PLAIN)
        .hasMessageStartingWith("the certificate of the key has expired on ");
    refused(key(authority.issue(young)), PLAIN)
        .hasMessageStartingWith("the certificate of the key is not valid before ");
  }

  @Test
  void refusesKeysThatMayNotSign() throws Exception {
    var reader = Profile.signer("Reader").using(KeyUsage.keyEncipherment);
    var weak = authority.issue(Profile.signer("Weak"), CertificateAuthority.rsa(1024));

    refused(key(authority.issue(reader)), PLAIN)
        .hasMessageStartingWith("the certificate does not allow its key to sign documents");
    refused(key(weak), PLAIN).hasMessageStartingWith("the RSA key has 1024 bits");
  }

  @Test
  void refusesKeysThatDoNotOpen() throws Exception {
    refused(new KeySource.Pkcs12(ann.pkcs12(PASSWORD), "wrong".toCharArray(), null), PLAIN)
        .hasMessage("the password of the key is wrong");
    refused(new KeySource.Pkcs12(new byte[] {1, 2}, "x".toCharArray(), null), PLAIN)
        .hasMessage("the file of the key is no PKCS#12 file, or it is damaged");
    var two = ann.pkcs12(PASSWORD, "a", "b");
    refused(new KeySource.Pkcs12(two, PASSWORD.toCharArray(), null), PLAIN)
        .hasMessageMatching("say which key by its alias: (a, b|b, a)");
  }

  @Test
  void saysWhoseAKeyIs() throws Exception {
    var until = ann.certificate().getNotAfter().toInstant();

    assertThat(new PdfSigner(InstantSource.system()).holder(key(ann)))
        .isEqualTo(new KeyHolder("Ann Example", until));
    var later = new PdfSigner(() -> until.plusSeconds(1));
    assertThatThrownBy(() -> later.holder(key(ann)))
        .isInstanceOf(PdfRefusal.class)
        .hasMessageStartingWith("the certificate of the key has expired on");
  }

  @Test
  void takesTheKeyThatIsNamed() throws Exception {
    var two = ann.pkcs12(PASSWORD, "a", "b");

    sign(new KeySource.Pkcs12(two, PASSWORD.toCharArray(), "b"), PLAIN);

    assertThat(out()).exists();
  }

  @Test
  void saysWhichAuthorityFails() throws Exception {
    refused(key(ann), stamped(web.url("/none")))
        .hasMessage("an authority fails: " + web.url("/none") + " answers 404");
    refused(key(ann), stamped(web.url("/refusing")))
        .hasMessageStartingWith("an authority fails: No timestamp token has been retrieved");
    refused(
            key(ann),
            new Signing(SignatureLevel.T, Optional.empty(), Optional.empty(), "", List.of()))
        .hasMessage("level T needs a time-stamp authority: name one by --tsa");
  }

  @Test
  void waitsNoLongerThanItMayForAnAnswerThatBegan() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var held = thread.submit(() -> beginToAnswer(server));
      var url = "http://127.0.0.1:" + server.getLocalPort() + "/tsa";
      var authority = new TimeStampAuthority(URI.create(url), Duration.ofSeconds(1));
      var how =
          new Signing(SignatureLevel.T, Optional.of(authority), Optional.empty(), "", List.of());

      refused(key(ann), how).hasMessage("an authority fails: " + url + " does not answer in time");

      held.get(60, TimeUnit.SECONDS).close();
    }
  }

  /** Sends the head of an answer and nothing more. */
  private static Socket beginToAnswer(ServerSocket server) throws IOException {
    var call = server.accept();
    call.getOutputStream()
        .write(
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    call.getOutputStream().flush();
    return call;
  }

  @Test
  void refusesLongTermDataThatNobodyHas() throws Exception {
    var silent = authority.issue(Profile.signer("Silent"));

    refused(key(silent), with(SignatureLevel.LT))
        .hasMessageStartingWith("what is needed for later checks cannot be had");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(KeySource key, Signing how)
      throws IOException {
    var in = TestPdf.plain(folder.resolve("in.pdf"), 1);
    var signer = new PdfSigner(InstantSource.system());
    return assertThatThrownBy(() -> signer.sign(in, out(), key, how))
        .isInstanceOf(PdfRefusal.class)
        .satisfies(_ -> assertThat(out()).doesNotExist());
  }

  private void sign(KeySource key, Signing how) throws Exception {
    var in = TestPdf.plain(folder.resolve("in.pdf"), 1);
    new PdfSigner(InstantSource.system()).sign(in, out(), key, how);
  }

  private static KeySource key(Identity who) throws Exception {
    return new KeySource.Pkcs12(who.pkcs12(PASSWORD), PASSWORD.toCharArray(), null);
  }

  private static Signing with(SignatureLevel level) {
    return new Signing(level, authority(web.url("/tsa")), Optional.empty(), "", List.of());
  }

  private static Signing stamped(String url) {
    return new Signing(SignatureLevel.T, authority(url), Optional.empty(), "", List.of());
  }

  private static Optional<TimeStampAuthority> authority(String url) {
    return Optional.of(new TimeStampAuthority(URI.create(url), Duration.ofMinutes(1)));
  }

  private static Signing shown(VisibleMark mark) {
    return new Signing(SignatureLevel.B, Optional.empty(), Optional.of(mark), "", List.of());
  }

  private Path out() {
    return folder.resolve("out.pdf");
  }

  private static SignatureFinding found(Path file, Authorities whom) throws Exception {
    return all(file, whom).getFirst();
  }

  private static List<SignatureFinding> all(Path file, Authorities whom) throws Exception {
    return new SignatureCheck(List.of(authority.root()), whom).verify(file).signatures();
  }
}
