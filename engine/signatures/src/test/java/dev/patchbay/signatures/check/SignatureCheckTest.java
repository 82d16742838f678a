package dev.patchbay.signatures.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.model.signature.Verdict;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.TestPdf;
import dev.patchbay.signatures.authority.AuthorityServer;
import dev.patchbay.signatures.authority.CertificateAuthority;
import dev.patchbay.signatures.authority.Identity;
import dev.patchbay.signatures.authority.Profile;
import dev.patchbay.signatures.sign.KeySource;
import dev.patchbay.signatures.sign.PdfSigner;
import dev.patchbay.signatures.sign.SignatureLevel;
import dev.patchbay.signatures.sign.Signing;
import dev.patchbay.signatures.web.Authorities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of signatures when somebody changes the file, and of those that nobody knows. */
class SignatureCheckTest {
  private static final String PASSWORD = "secret";

  private static final String FREED =
      """
      xref
      %1$d 1
      0000000000 00001 f
      trailer
      <<%2$s>>
      """;
  private static final String OF_ANOTHER_GENERATION =
      """
      xref
      %1$d 1
      0000000009 00001 n
      trailer
      <<%2$s>>
      """;
  private static final String FREED_BY_STREAM =
      """
      99 0 obj
      <</Type/XRef/W[1 4 1]/Index[%1$d 1 99 1]%2$s/Filter/ASCIIHexDecode/Length 30>>
      stream
      00 00000000 01 01 %3$08x 00>
      endstream
      endobj
      """;

  private static CertificateAuthority authority;
  private static AuthorityServer web;
  private static Identity ann;

  @TempDir private Path folder;

  @BeforeAll
  static void issue() throws Exception {
    authority = CertificateAuthority.named("Test Root");
    web = AuthorityServer.of(authority);
    ann = authority.issue(Profile.signer("Ann Example"));
  }

  @AfterAll
  static void stop() {
    web.close();
  }

  @Test
  void oneOtherByteBreaksIt() throws Exception {
    var file = signed(ann);
    var bytes = Files.readAllBytes(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("/MediaBox") + "/MediaBox [0.0 0.0 5".length()]++;
    Files.write(file, bytes);

    var verification = verify(file);

    assertThat(verification.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(verification.signatures().getFirst().reasons())
        .anyMatch(reason -> reason.contains("not intact"));
  }

  @Test
  void anAppendedPageBreaksIt() throws Exception {
    var file = signed(ann);
    change(
        file,
        pdf -> {
          pdf.addPage(new PDPage(PDRectangle.A4));
          pdf.getPages().getCOSObject().setNeedToBeUpdated(true);
          pdf.getPage(1).getCOSObject().setNeedToBeUpdated(true);
        });

    var finding = verify(file).signatures().getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(finding.wholeFile()).isFalse();
    assertThat(finding.changesAfter())
        .anyMatch(change -> change.startsWith("pages that were added"));
  }

  @Test
  void aFileThatWasMadeAnewIsUnsigned() throws Exception {
    var file = signed(ann);
    try (var pdf = Loader.loadPDF(Files.readAllBytes(file))) {
      pdf.getDocumentCatalog().setAcroForm(null);
      pdf.getPage(0).setAnnotations(List.of());
      pdf.save(file.toFile());
    }

    assertThat(verify(file)).isEqualTo(new Verification(Verdict.UNSIGNED, List.of(), List.of()));
  }

  @Test
  void aSignatureThatIsTakenOutIsMissed() throws Exception {
    var file = signed(ann);
    var both = folder.resolve("both.pdf");
    sign(file, both, ann);
    change(
        both,
        pdf -> {
          var form = pdf.getDocumentCatalog().getAcroForm();
          form.setFields(form.getFields().subList(0, 1));
          form.getCOSObject().setNeedToBeUpdated(true);
          pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });

    assertThat(verify(both))
        .extracting(Verification::verdict, Verification::reasons)
        .containsExactly(
            Verdict.INVALID,
            List.of("a signature was taken out of the file after it had been signed: Signature2"));
  }

  @Test
  void aSignatureThatIsReplacedInItsFieldIsMissed() throws Exception {
    var file = signed(ann);
    takeAllOut(file);
    var anew = folder.resolve("anew.pdf");
    sign(file, anew, authority.issue(Profile.signer("Bob")));

    var verification = verify(anew);

    assertThat(verification.verdict()).isEqualTo(Verdict.INVALID);
    assertThat(verification.reasons()).first().asString().endsWith(": Signature1");
    assertThat(verification.signatures()).first().extracting("signer").isEqualTo("Bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%EOF\n", "startxref\n0\n%%EOF\n"})
  void whatIsTakenOutIsMissedHoweverOftenTheFileEnds(String end) throws Exception {
    var file = signed(ann);
    takeAllOut(file);
    Files.writeString(file, end.repeat(101), StandardOpenOption.APPEND);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.INVALID);
  }

  @Test
  void whatWasChangedTooOftenIsIndeterminate() throws Exception {
    var file = signed(ann);
    Files.writeString(file, "startxref\n0\n%%EOF\n".repeat(101), StandardOpenOption.APPEND);

    var verification = verify(file);

    assertThat(verification.verdict()).isNotIn(Verdict.VALID, Verdict.UNSIGNED);
  }

  private static void takeAllOut(Path file) throws IOException {
    change(
        file,
        pdf -> {
          pdf.getDocumentCatalog().setAcroForm(null);
          pdf.getPage(0).setAnnotations(List.of());
          pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
          pdf.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
  }

  @Test
  void whatCoversThePageLaterLeavesNothingCertain() throws Exception {
    var file = signed(ann);
    change(
        file,
        pdf -> {
          var cover = new PDAnnotationSquare();
          cover.setRectangle(new PDRectangle(20, 20, 500, 700));
          cover.setInteriorColor(new PDColor(new float[] {1, 1, 1}, PDDeviceRGB.INSTANCE));
          cover.constructAppearances(pdf);
          pdf.getPage(0).getAnnotations().add(cover);
          pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });

    var finding = verify(file).signatures().getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(finding.reasons())
        .containsExactly("what was put on page 1 after it was signed may cover what was signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%sstartxref\n%d\n",
        "%sstartxref\n%d\n%%%%EOF\n",
        "%sstartxref\n999999999\n%%%%EOF\n",
        "%sxref\n0 0\ntrailer\n<</Size 9>>\nstartxref\n%d\n%%%%EOF\n"
      })
  void anObjectThatOnlySomeReadersFindLeavesNothingCertain(String form) throws Exception {
    var file = signed(ann);
    var object = "99 0 obj\n<<>>\nendobj\n";
    Files.writeString(file, form.formatted(object, Files.size(file)), StandardOpenOption.APPEND);

    var finding = verify(file).signatures().getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(finding.reasons())
        .first()
        .asString()
        .startsWith("what stands behind the signed part is no change as PDF has them");
  }

  @ParameterizedTest
  @ValueSource(strings = {FREED, FREED_BY_STREAM, OF_ANOTHER_GENERATION})
  void whatIsTakenOutOfUseButNeededLeavesNothingCertain(String table) throws Exception {
    var file = signed(ann);
    append(file, table, 0);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {FREED, FREED_BY_STREAM, OF_ANOTHER_GENERATION})
  void whatNobodyNeedsMayBeTakenOutOfUse(String table) throws Exception {
    var file = signed(ann);
    append(file, table, 90);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.VALID);
  }

  /**
   * Appends a change that is but a table.
   *
   * @param beyond how far behind the catalog the object is that it lists
   */
  private static void append(Path file, String table, int beyond) throws IOException {
    var bytes = Files.readAllBytes(file);
    var before = Pattern.compile("startxref\\s(\\d+)\\s%%EOF\\s*$");
    var last = before.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    assertThat(last.find()).isTrue();
    try (var pdf = Loader.loadPDF(bytes)) {
      var root = pdf.getDocument().getTrailer().getItem(COSName.ROOT);
      int catalog = Math.toIntExact(((COSObject) root).getKey().getNumber());
      var trailer = "/Size 100/Root %d 0 R/Prev %s".formatted(catalog, last.group(1));
      var change =
          table.formatted(catalog + beyond, trailer, bytes.length)
              + "startxref\n%d\n%%%%EOF\n".formatted(bytes.length);
      Files.writeString(file, change, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n\r\n", "\0\0\0"})
  void blanksBehindItBreakNothing(String blanks) throws Exception {
    var file = signed(ann);
    Files.writeString(file, blanks, StandardOpenOption.APPEND);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.VALID);
  }

  @Test
  void aNoteIsNamedButBreaksNothing() throws Exception {
    var file = signed(ann);
    change(
        file,
        pdf -> {
          var note = new PDAnnotationText();
          note.setContents("seen");
          note.setRectangle(new PDRectangle(100, 100, 20, 20));
          pdf.getPage(0).getAnnotations().add(note);
          pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });

    var finding = verify(file).signatures().getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
    assertThat(finding.wholeFile()).isFalse();
    assertThat(finding.changesAfter()).anyMatch(change -> change.startsWith("notes: "));
  }

  @Test
  void whomNobodyTrustsIsIndeterminate() throws Exception {
    var verification = new SignatureCheck(List.of(), Authorities.OFFLINE).verify(signed(ann));

    assertThat(verification.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(verification.signatures().getFirst().reasons())
        .anyMatch(reason -> reason.contains("trust"));
  }

  @Test
  void saysWhenNobodyTellsWhatIsRevoked() throws Exception {
    var finding = verify(signed(ann)).signatures().getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.VALID);
    assertThat(finding.notes()).hasSize(1).first().asString().startsWith("whether the certificate");
  }

  @Test
  void asksNobodyUnlessTold() throws Exception {
    var file = signed(authority.issue(Profile.signer("Ben").askedAt(web.url(""))));
    int calls = web.calls();

    assertThat(verify(file).verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(web.calls()).isEqualTo(calls);
  }

  @Test
  void findsWhatIsRevoked() throws Exception {
    var ben = authority.issue(Profile.signer("Ben").askedAt(web.url("")));
    var file = signed(ben);
    web.revoke(ben.certificate());

    var verification =
        new SignatureCheck(List.of(authority.root()), Authorities.ONLINE).verify(file);

    assertThat(verification.verdict()).isNotEqualTo(Verdict.VALID);
    assertThat(verification.signatures().getFirst().reasons())
        .anyMatch(reason -> reason.contains("revoked"));
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    var text = Files.writeString(folder.resolve("text.pdf"), "no");
    var locked = TestPdf.encrypted(folder.resolve("locked.pdf"), "x");

    assertThatThrownBy(() -> verify(text)).isInstanceOf(PdfRefusal.class);
    assertThatThrownBy(() -> verify(locked)).hasMessageStartingWith("the PDF is encrypted");
  }

  private Path signed(Identity who) throws Exception {
    var out = folder.resolve("signed.pdf");
    sign(TestPdf.plain(folder.resolve("plain.pdf"), 1), out, who);
    return out;
  }

  private static void sign(Path in, Path out, Identity who) throws Exception {
    var key = new KeySource.Pkcs12(who.pkcs12(PASSWORD), PASSWORD.toCharArray(), null);
    var how = new Signing(SignatureLevel.B, Optional.empty(), Optional.empty(), "", List.of());
    new PdfSigner(InstantSource.system()).sign(in, out, key, how);
  }

  private static Verification verify(Path file) throws IOException, PdfRefusal {
    return new SignatureCheck(List.of(authority.root()), Authorities.OFFLINE).verify(file);
  }

  private static void change(Path file, Change change) throws IOException {
    var changed = file.resolveSibling("changed.pdf");
    try (var pdf = Loader.loadPDF(file.toFile());
        var out = Files.newOutputStream(changed)) {
      change.to(pdf);
      pdf.saveIncremental(out);
    }
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private interface Change {
    void to(PDDocument pdf) throws IOException;
  }
}
