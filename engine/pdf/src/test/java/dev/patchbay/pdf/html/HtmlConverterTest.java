package dev.patchbay.pdf.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.patchbay.pdf.ArchiveJudge;
import dev.patchbay.pdf.PdfKind;
import dev.patchbay.pdf.PdfOutcome;
import dev.patchbay.pdf.TestPicture;
import dev.patchbay.pdf.TimeLimit;
import dev.patchbay.pdf.UnvisitedHost;
import dev.patchbay.pdf.WrittenPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDF files that are made of HTML. */
class HtmlConverterTest {
  private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(1));

  @TempDir private Path root;

  private Path folder;

  @BeforeEach
  void create() throws IOException {
    folder = Files.createDirectory(root.resolve("template"));
  }

  @Test
  void setsTextInFontsThatAreEmbedded() throws IOException {
    Files.writeString(
        folder.resolve("style.css"), "h1 { font-family: Arial; page-break-after: always }");

    var made =
        made(
            """
            <!DOCTYPE html><title>t</title><link rel=stylesheet href=style.css>
            <h1>Grüße</h1><p style="font-family: serif">Привет&nbsp;<i>Ελλάδα</i>""",
            PdfKind.PLAIN);

    assertThat(made).isEqualTo(new PdfOutcome.Made("openhtmltopdf", List.of(), List.of()));
    var pdf = WrittenPdf.read(target());
    assertThat(pdf.pages()).isEqualTo(2);
    assertThat(pdf.text()).contains("Grüße", "Привет", "Ελλάδα");
    assertThat(pdf.fonts())
        .isEqualTo(Map.of("Arimo-Bold", true, "Tinos-Regular", true, "Tinos-Italic", true));
  }

  @Test
  void namesCharactersThatNoFontHas() throws IOException {
    var made = made("<title>題</title><p>Grüße <b>日本</b> № ∑ #", PdfKind.PLAIN);

    assertThat(made.leftOut()).containsExactly("characters that no font here has: 日 本");
    assertThat(WrittenPdf.read(target()).text()).contains("Grüße", "##", "№ ∑ #");
  }

  @Test
  void makesArchivesThatVeraPdfAccepts() throws Exception {
    Files.write(folder.resolve("dot.png"), TestPicture.png());

    made(
        "<html lang=en><title>Archive</title><h1 style='color: #036'>Kept</h1><img src=dot.png alt=dot>"
            + "<p style='font-family: monospace'>code</p>",
        PdfKind.PDF_A_2B);

    assertThat(ArchiveJudge.complaints(target())).isEmpty();
    assertThat(WrittenPdf.read(target()).pictures()).isEqualTo(1);
  }

  @Test
  void embedsAFontWhereNobodyHasTheOneThatIsAskedFor() throws IOException {
    made("<p style='font-family: Nowhere'>plain <b>bold</b> <i>Ελλάδα</i>", PdfKind.PLAIN);

    assertThat(WrittenPdf.read(target()).text()).contains("plain", "bold", "Ελλάδα");
    assertThat(WrittenPdf.read(target()).fonts())
        .isEqualTo(Map.of("Tinos-Regular", true, "Tinos-Bold", true, "Tinos-Italic", true));
  }

  @Test
  void fetchesNothingFromElsewhere() throws IOException {
    Files.write(root.resolve("secret.png"), TestPicture.png());
    Files.createSymbolicLink(folder.resolve("link.png"), root.resolve("secret.png"));
    try (var host = UnvisitedHost.start()) {
      Files.writeString(
          folder.resolve("style.css"),
          "@import url('%s'); @font-face { font-family: x; src: url('%s') } p { font-family: x }"
              .formatted(host.url("a.css"), host.url("a.ttf")));
      var html =
          """
          <!DOCTYPE html [<!ENTITY e SYSTEM "%1$s">]><base href="%1$s"><link rel=stylesheet href="%2$s">
          <p>still there &e;<img src="%1$s.png"><img src="%3$s"><img src="%4$s">
          <object data="%1$s" type="application/pdf"></object><iframe src="%1$s"></iframe><script src="%1$s"></script>"""
              .formatted(
                  host.url("x"),
                  folder.resolve("style.css").toUri(),
                  root.resolve("secret.png").toUri(),
                  folder.resolve("link.png").toUri());

      var made = made(html, PdfKind.PLAIN);

      assertThat(made.leftOut())
          .contains(
              host.url("x.png") + ", which is not in the folder of the HTML file",
              root.resolve("secret.png").toUri() + ", which is not in the folder of the HTML file");
      assertThat(host.visits()).isZero();
      assertThat(WrittenPdf.read(target()).pictures()).isZero();
      assertThat(WrittenPdf.read(target()).text()).contains("still there");
    }
  }

  private PdfOutcome.Made made(String html, PdfKind kind) throws IOException {
    var file = Files.writeString(folder.resolve("in.html"), html);
    try (var converter = new HtmlConverter(LONG)) {
      return assertInstanceOf(PdfOutcome.Made.class, converter.convert(file, target(), kind));
    }
  }

  private Path target() {
    return root.resolve("out.pdf");
  }
}
