package dev.patchbay.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of orders, as others read it. */
class WorkshopTest {
  private static final String NOT_THERE = ", which is not in the folder of the HTML file";

  @TempDir private Path folder;

  private static final Workshop WORKSHOP = new Workshop();

  @AfterAll
  static void close() {
    WORKSHOP.close();
  }

  @Test
  void answersInLinesThatNoDocumentCanForge() throws IOException {
    new TestDocument().text("x", "Odd&#10;failed").write(folder.resolve("in.docx"));

    assertThat(run(folder.resolve("in.docx"), "")).as("another may follow").isTrue();

    assertThat(Files.readAllLines(folder.resolve("result")))
        .contains("font Odd failed", "pages 1")
        .endsWith("end")
        .first()
        .asString()
        .startsWith("made ");
    assertThat(WrittenPdf.read(folder.resolve("out.pdf")).text()).isEqualTo("x");
  }

  @Test
  void drawsAPageAsWideAsItIsAskedTo() throws IOException {
    new TestDocument().text("x", "Arial").write(folder.resolve("in.docx"));

    run(folder.resolve("in.docx"), "", folder.resolve("page.png").toString(), "1", "300");

    assertThat(ImageIO.read(folder.resolve("page.png").toFile()).getWidth()).isEqualTo(300);
  }

  @Test
  void saysThatThereIsNoSuchPage() throws IOException {
    new TestDocument().text("x", "Arial").write(folder.resolve("in.docx"));

    run(folder.resolve("in.docx"), "", folder.resolve("page.png").toString(), "2", "0");

    assertThat(Files.readAllLines(folder.resolve("result")))
        .containsExactly("failed there is no page 2: the document has 1", "end");
  }

  @Test
  void makesArchivesOfHtmlWithWhatLiesInAnotherFolder() throws Exception {
    var other = Files.createDirectories(folder.resolve("template/pictures"));
    Files.write(other.resolve("dot.png"), TestPicture.png());
    var html =
        Files.writeString(
            folder.resolve("in.html"),
            "<html lang=en><title>t</title><p style='font-family: Nowhere'>x<img src='pictures/dot.png'><img src='gone.png'><img src='../in.html'>");

    run(
        "html",
        html.toString(),
        folder.resolve("out.pdf").toString(),
        "PDF_A_2B",
        "60",
        folder.resolve("template").toString(),
        folder.resolve("result").toString());

    var root = folder.toRealPath();
    assertThat(Files.readAllLines(folder.resolve("result")))
        .containsExactlyInAnyOrder(
            "made openhtmltopdf",
            "left file:" + root.resolve("template/gone.png") + NOT_THERE,
            "left file:" + root.resolve("in.html") + NOT_THERE,
            "pages 1",
            "end");
    assertThat(ArchiveJudge.complaints(folder.resolve("out.pdf"))).isEmpty();
    assertThat(WrittenPdf.read(folder.resolve("out.pdf")).pictures()).isOne();
  }

  @Test
  void tellsWhichFontsAreMissing() throws IOException {
    assertThat(run("fonts", folder.resolve("result").toString(), "No Such Font", "Also None"))
        .isTrue();

    assertThat(Files.readAllLines(folder.resolve("result")))
        .containsExactly("font Also None", "font No Such Font", "end");
  }

  @Test
  void saysWhyItHasFailed() throws IOException {
    assertThat(run(folder.resolve("in.docx"), folder.toString())).as("another follows").isFalse();

    assertThat(folder.resolve("result"))
        .content()
        .startsWith("failed there is no LibreOffice in " + folder);
  }

  private boolean run(Path document, String office, String... picture) throws IOException {
    var arguments =
        List.of(
            "convert",
            document.toString(),
            folder.resolve("out.pdf").toString(),
            "PLAIN",
            "60",
            office,
            folder.resolve("result").toString());
    return run(Stream.concat(arguments.stream(), Stream.of(picture)).toArray(String[]::new));
  }

  private static boolean run(String... words) throws IOException {
    return WORKSHOP.carriesOut(List.of(words));
  }
}
