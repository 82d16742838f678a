package dev.patchbay.pdf.fo;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.TestDocument;
import dev.patchbay.pdf.TestPicture;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.UnvisitedHost;
import dev.patchbay.pdf.WrittenPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever made a document gets nothing of this machine, and nobody is called. */
class HostileDocumentTest {
  private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(1));

  private static final String LEFT_OUT =
      "pictures that are not in the document, or are no PNG, JPEG, GIF, BMP or TIFF";

  @TempDir private Path folder;

  private UnvisitedHost host;

  @BeforeEach
  void listen() throws IOException {
    host = UnvisitedHost.start();
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void fetchesNoPictureFromElsewhere() throws IOException {
    var secret = Files.write(folder.resolve("secret.png"), TestPicture.png());

    var made =
        assertInstanceOf(
            PdfOutcome.Made.class,
            converted(
                new TestDocument()
                    .text("still there", "Arial")
                    .pictureFrom(host.url("picture.png"))
                    .pictureFrom(secret.toUri().toString())));

    assertThat(made.leftOut()).containsExactly(LEFT_OUT);
    assertThat(pdf().text()).isEqualTo("still there");
    assertThat(pdf().pictures()).isZero();
    assertThat(host.visits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drawing.svg", "drawing.png"})
  void drawsNoPictureThatCouldReferToOthers(String name) throws IOException {
    var svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">
        <image width="9" height="9" xlink:href="%s"/></svg>"""
            .formatted(host.url("inner.png"));

    var made =
        assertInstanceOf(
            PdfOutcome.Made.class,
            converted(new TestDocument().picture(name, svg.getBytes(UTF_8))));

    assertThat(made.leftOut()).containsExactly(LEFT_OUT);
    assertThat(host.visits()).isZero();
  }

  @Test
  void refusesEntities() throws IOException {
    var dtd = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + host.url("entity") + "\">]>";

    assertThat(reason(new TestDocument().prolog(dtd).body("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")))
        .isEqualTo("the document holds a DTD, which no Word document does");
    assertThat(reason(new TestDocument().part("customXml/x", (dtd + "<x/>").getBytes(UTF_16))))
        .contains("DTD");
    assertThat(host.visits()).isZero();
  }

  @Test
  void attachesNoTemplateFromElsewhere() throws IOException {
    var more = " TargetMode=\"External\"";

    assertInstanceOf(
        PdfOutcome.Made.class,
        converted(
            new TestDocument()
                .text("x", "Arial")
                .relate("attachedTemplate", host.url("template.dotm"), more)
                .relate("aFChunk", host.url("chunk.html"), more)
                .body("<w:altChunk r:id=\"r2\"/>")));
    assertThat(host.visits()).isZero();
  }

  @Test
  void keepsLinksForReaders() throws IOException {
    assertInstanceOf(
        PdfOutcome.Made.class,
        converted(
            new TestDocument()
                .relate("hyperlink", "https://example.org/", " TargetMode=\"External\"")
                .body(
                    "<w:p><w:hyperlink r:id=\"r1\"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p>")));

    assertThat(WrittenPdf.links(folder.resolve("out.pdf"))).containsExactly("https://example.org/");
  }

  @Test
  void saysThatItIsNoDocument() throws IOException {
    var file = Files.writeString(folder.resolve("in.docx"), "%PDF-1.7");

    assertThat(new FoConverter(LONG).convert(file, target(), PdfKind.PLAIN))
        .isEqualTo(new PdfOutcome.Failed("the file is no Word document, or it is damaged"));
  }

  @Test
  void endsInTime() throws IOException {
    var file = new TestDocument().text("x", "Arial").write(folder.resolve("in.docx"));

    assertThat(new FoConverter(new TimeLimit(Duration.ZERO)).convert(file, target(), PdfKind.PLAIN))
        .isEqualTo(
            new PdfOutcome.TooLate(
                "the document was not converted within 0 s. Make it smaller, or allow more time."));
  }

  private String reason(TestDocument document) throws IOException {
    return assertInstanceOf(PdfOutcome.Failed.class, converted(document)).reason();
  }

  private PdfOutcome converted(TestDocument document) throws IOException {
    var file = document.write(folder.resolve("in.docx"));
    return new FoConverter(LONG).convert(file, target(), PdfKind.PLAIN);
  }

  private Path target() {
    return folder.resolve("out.pdf");
  }

  private WrittenPdf pdf() throws IOException {
    return WrittenPdf.read(target());
  }
}
