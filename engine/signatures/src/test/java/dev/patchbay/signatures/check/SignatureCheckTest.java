package dev.patchbay.signatures.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.model.signature.Verdict;
import dev.patchbay.model.signature.Verification;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.TestPdf;
import dev.patchbay.signatures.authority.Profile;
import dev.patchbay.signatures.web.Authorities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of signatures when somebody changes the file, and of those that nobody knows. */
class SignatureCheckTest extends SignedFiles {
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
}
