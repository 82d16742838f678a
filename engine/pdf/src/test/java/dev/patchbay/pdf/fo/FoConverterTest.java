package dev.patchbay.pdf.fo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.TestDocument;
import dev.patchbay.pdf.TestPicture;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.WrittenPdf;
import dev.patchbay.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF files that are made without LibreOffice. */
class FoConverterTest {
  private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(1));

  private final FoConverter converter = new FoConverter(LONG);

  @TempDir private Path folder;

  @Test
  void embedsFontsOfTheSameWidthAndNamesThoseThatAreMissing() throws IOException {
    var document =
        new TestDocument()
            .text("Grüße aus Łódź", "Calibri")
            .text("Привет, Ελλάδα", "Times New Roman")
            .text("plain", "No Such Font");

    var made = made(document);

    assertThat(made)
        .isEqualTo(
            new PdfOutcome.Made(
                "docx4j", List.of("Calibri", "No Such Font", "Times New Roman"), List.of()));
    var pdf = pdf();
    assertThat(pdf.text()).contains("Grüße aus Łódź", "Привет, Ελλάδα", "plain");
    assertThat(pdf.fonts())
        .isEqualTo(Map.of("Arimo-Regular", true, "Carlito-Regular", true, "Tinos-Regular", true));
  }

  @Test
  void showsPicturesOfTheDocument() throws IOException {
    made(new TestDocument().picture("dot.png", TestPicture.png()));

    assertThat(pdf().pictures()).isEqualTo(1);
  }

  @Test
  void namesCharactersThatNoFontHas() throws IOException {
    assertThat(made(new TestDocument().text("今", "Arial")).leftOut())
        .contains("characters that no font here has: 今");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstream/order",
        "upstream/header_footer_image",
        "upstream/vertical_merge",
        "own/x10_tr_loop",
        "upstream/richtextparagraph"
      })
  void convertsRealTemplates(String name) throws IOException {
    var file = SharedData.file("data/docx/" + name + "/template.docx");
    var made =
        assertInstanceOf(PdfOutcome.Made.class, converter.convert(file, target(), PdfKind.PLAIN));

    assertThat(made.leftOut()).isEmpty();
    assertThat(pdf().pages()).isPositive();
    assertThat(pdf().fonts()).isNotEmpty().doesNotContainValue(false);
  }

  @Test
  void namesWordsThatAreLost() {
    var file = SharedData.file("data/docx/upstream/footnotes/template.docx");
    var made =
        assertInstanceOf(PdfOutcome.Made.class, converter.convert(file, target(), PdfKind.PLAIN));

    assertThat(made.leftOut())
        .singleElement()
        .asString()
        .startsWith("words of the document: and in the");
  }

  @Test
  void refusesArchivesAndSaysWhy() throws IOException {
    var file = new TestDocument().text("x", "Arial").write(folder.resolve("in.docx"));

    var failed =
        assertInstanceOf(
            PdfOutcome.Failed.class, converter.convert(file, target(), PdfKind.PDF_A_2B));

    assertThat(failed.reason()).contains("LibreOffice");
    assertThat(target()).doesNotExist();
  }

  private PdfOutcome.Made made(TestDocument document) throws IOException {
    var file = document.write(folder.resolve("in.docx"));
    return assertInstanceOf(
        PdfOutcome.Made.class, converter.convert(file, target(), PdfKind.PLAIN));
  }

  private Path target() {
    return folder.resolve("out.pdf");
  }

  private WrittenPdf pdf() throws IOException {
    return WrittenPdf.read(target());
  }
}
