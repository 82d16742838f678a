package dev.patchbay.pdf.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patchbay.pdf.ArchiveJudge;
import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.TestDocument;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.UnvisitedHost;
import dev.patchbay.pdf.WrittenPdf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF files that LibreOffice makes, where it is installed. */
@Tag("extended")
class OfficeConverterTest {
  private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(2));

  @TempDir private Path folder;

  private OfficeFolder office;

  @BeforeEach
  void find() {
    var found = OfficeFolder.found();
    assumeTrue(found.isPresent(), "Skipped: no LibreOffice here: install libreoffice-writer-nogui");
    office = found.orElseThrow();
  }

  @Test
  void convertsOneAfterTheOtherAndNamesMissingFonts() throws IOException {
    var document = write(new TestDocument().text("Grüße, Привет", "No Such Font"));
    try (var converter = new OfficeConverter(office, LONG)) {
      for (var target : List.of(folder.resolve("one.pdf"), folder.resolve("two.pdf"))) {
        var made =
            assertInstanceOf(
                PdfOutcome.Made.class, converter.convert(document, target, PdfKind.PLAIN));
        assertThat(made.missingFonts()).contains("No Such Font");
        assertThat(WrittenPdf.read(target).text()).isEqualTo("Grüße, Привет");
      }
    }
    assertThat(officesLeft()).isZero();
  }

  @Test
  void takesBundledFontsWhereThoseOfTheDocumentAreMissing() throws IOException {
    var document = write(new TestDocument().text("Narrow", "Calibri"));

    assertInstanceOf(PdfOutcome.Made.class, convert(document, PdfKind.PLAIN, LONG));

    assertThat(WrittenPdf.read(target()).fonts()).isEqualTo(Map.of("Carlito-Regular", true));
  }

  @Test
  void namesCharactersThatNoFontHas() throws IOException {
    // of a script that nobody writes any more, so that there is no font for it
    var document = write(new TestDocument().text("Grüße \uD80C\uDC00\uD80C\uDC01", "Arial"));

    var made = assertInstanceOf(PdfOutcome.Made.class, convert(document, PdfKind.PLAIN, LONG));

    assertThat(made.leftOut())
        .containsExactly("characters that no font here has: \uD80C\uDC00 \uD80C\uDC01");
  }

  @Test
  void makesArchivesThatVeraPdfAccepts() throws Exception {
    var document = write(new TestDocument().text("Archived", "DejaVu Sans"));

    assertInstanceOf(PdfOutcome.Made.class, convert(document, PdfKind.PDF_A_2B, LONG));

    assertThat(ArchiveJudge.complaints(target())).isEmpty();
  }

  @Test
  void fetchesNothingFromElsewhere() throws IOException {
    try (var host = UnvisitedHost.start()) {
      var field =
          "<w:p><w:fldSimple w:instr=\" %s &quot;%s&quot; \"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>";
      var document =
          write(
              new TestDocument()
                  .pictureFrom(host.url("picture.png"))
                  .body(field.formatted("INCLUDEPICTURE", host.url("field.png")))
                  .body(field.formatted("INCLUDETEXT", host.url("text.docx")))
                  .relate("attachedTemplate", host.url("t.dotm"), " TargetMode=\"External\""));

      assertInstanceOf(PdfOutcome.Made.class, convert(document, PdfKind.PLAIN, LONG));

      assertThat(host.visits()).isZero();
    }
  }

  @Test
  void isKilledWhenTheTimeIsOver() throws IOException {
    var many = new TestDocument();
    for (int number = 0; number < 200_000; number++) {
      many.text("paragraph " + number, "DejaVu Sans");
    }
    var limit = new TimeLimit(Duration.ofSeconds(10));

    assertThat(convert(write(many), PdfKind.PLAIN, limit)).isEqualTo(limit.exceeded());

    assertThat(officesLeft()).isZero();
  }

  private PdfOutcome convert(Path document, PdfKind kind, TimeLimit limit) {
    try (var converter = new OfficeConverter(office, limit)) {
      return converter.convert(document, target(), kind);
    }
  }

  private static long officesLeft() {
    return ProcessHandle.current()
        .descendants()
        .filter(each -> each.info().command().orElse("").contains("soffice"))
        .count();
  }

  private Path write(TestDocument document) throws IOException {
    return document.write(folder.resolve("in.docx"));
  }

  private Path target() {
    return folder.resolve("out.pdf");
  }
}
