package dev.patchbay.signatures.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.patchbay.signatures.PdfRefusal;
import dev.patchbay.signatures.TestPdf;
import dev.patchbay.signatures.TestPicture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stamps, looked at as readers see them. */
class PdfStamperTest {
  private static final int SHARP = 200;

  @TempDir private Path folder;

  @Test
  void numbersThePages() throws Exception {
    var stamped = stamp(pages(3), "[{'$type':'PageNumbers'}]");

    assertThat(List.of(TestPdf.text(stamped, 1), TestPdf.text(stamped, 3)))
        .containsExactly("1 / 3", "3 / 3");
  }

  @Test
  void aRehearsalFindsWhatCannotBeDrawn() throws Exception {
    var picture = Base64.getEncoder().encodeToString(TestPicture.of("png", 4, 4, Color.RED));
    assertThat(rehearsed("[{'$type':'Image','content':'" + picture + "','pages':'7'}]")).isOne();

    assertThatThrownBy(() -> rehearsed("[{'$type':'Image','content':'?'}]"))
        .isInstanceOf(PdfRefusal.class)
        .hasMessage("stamps[0].content must be the picture in Base64");
    assertThatThrownBy(() -> rehearsed("[{'$type':'Text','text':'\u4e2d','pages':'7'}]"))
        .isInstanceOf(PdfRefusal.class)
        .hasMessageStartingWith("stamps[0].text");
  }

  private int rehearsed(String json) throws Exception {
    var file = Files.writeString(folder.resolve("stamps.json"), json.replace('\'', '"'));
    return new PdfStamper(StampFile.read(file)).rehearse();
  }

  @Test
  void stampsThePagesThatAreMeant() throws Exception {
    var stamped = stamp(pages(3), "[{'$type':'Text','text':'Zażółć\\nÄ','pages':'first,3'}]");

    assertThat(TestPdf.text(stamped, 1)).isEqualTo("Zażółć" + System.lineSeparator() + "Ä");
    assertThat(TestPdf.text(stamped, 2)).isEmpty();
    assertThat(TestPdf.text(stamped, 3)).startsWith("Zażółć");
  }

  @Test
  void embedsItsFonts() throws Exception {
    var stamped =
        stamp(pages(1), "[{'$type':'Text','text':'A'},{'$type':'PageNumbers','bold':true}]");

    try (var pdf = Loader.loadPDF(stamped.toFile())) {
      var resources = pdf.getPage(0).getResources();
      for (var name : resources.getFontNames()) {
        assertThat(resources.getFont(name).isEmbedded()).isTrue();
      }
      assertThat(resources.getFontNames()).hasSize(2);
    }
  }

  /** What is seen of the page is 300 points wide and 500 high, or turned by a quarter. */
  @ParameterizedTest
  @CsvSource({"0, 300, 500", "90, 500, 300", "180, 300, 500", "270, 500, 300"})
  void standsInTheCornerThatIsSeen(int turn, int width, int height) throws Exception {
    var page = TestPdf.turned(folder.resolve("in.pdf"), turn, new PDRectangle(100, 150, 300, 500));
    picture(Color.RED);

    var stamped =
        stamp(
            page,
            "[{'$type':'Image','path':'p.png','at':'top-right','x':10,'y':20,'width':40,'height':20}]");

    var seen = TestPdf.seen(stamped, 1);
    assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(width, height);
    int right = Math.round(width - 10 * 72 / 25.4f);
    int top = Math.round(20 * 72 / 25.4f);
    int[] box = box(seen);
    assertThat(box[0]).isCloseTo(right - 113, within(1));
    assertThat(box[1]).isCloseTo(top, within(1));
    assertThat(box[2]).isCloseTo(right, within(1));
    assertThat(box[3]).isCloseTo(top + 57, within(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Q Q 2 0 0 2 9 9 cm", "q 2 0 0 2 9 9 cm q q", "2 0 0 2 9 9 cm q Q Q Q"})
  void standsInTheCornerWhateverThePageLeavesBehind(String operators) throws Exception {
    var plain = TestPdf.drawn(folder.resolve("plain.pdf"), operators + " 100 100 50 50 re f");
    var before = TestPdf.seen(plain, 1);

    var after = TestPdf.seen(stamp(plain, "[{'$type':'Text','text':'|','at':'top-left'}]"), 1);

    assertThat(box(after.getSubimage(0, 0, 60, 60))[0]).isCloseTo(28, within(3));
    assertThat(box(behindTheStamp(after))).isEqualTo(box(behindTheStamp(before)));
  }

  private static BufferedImage behindTheStamp(BufferedImage page) {
    return page.getSubimage(60, 0, page.getWidth() - 60, page.getHeight());
  }

  @Test
  void aPageThatSharesItsContentsHasItsOwnStamps() throws Exception {
    var twins = folder.resolve("twins.pdf");
    try (var pdf = Loader.loadPDF(TestPdf.drawn(folder.resolve("one.pdf"), "q Q").toFile())) {
      var contents = new COSArray();
      contents.add(pdf.getPage(0).getCOSObject().getItem(COSName.CONTENTS));
      pdf.getPage(0).getCOSObject().setItem(COSName.CONTENTS, contents);
      var twin = new PDPage(PDRectangle.A4);
      twin.getCOSObject().setItem(COSName.CONTENTS, contents);
      pdf.addPage(twin);
      pdf.save(twins.toFile());
    }

    var stamped = stamp(twins, "[{'$type':'PageNumbers'}]");

    assertThat(List.of(TestPdf.text(stamped, 1), TestPdf.text(stamped, 2)))
        .containsExactly("1 / 2", "2 / 2");
  }

  @Test
  void linksByQrCode() throws Exception {
    var link = "https://hub.example/verify?id=7f3a";

    var stamped = stamp(pages(1), "[{'$type':'QrCode','link':'" + link + "','at':'bottom-left'}]");

    assertThat(read(TestPdf.seen(stamped, 1, SHARP))).isEqualTo(link);
  }

  @Test
  void aWatermarkLetsThrough() throws Exception {
    var stamped =
        stamp(pages(1), "[{'$type':'Watermark','text':'DRAFT','color':'#FF0000','opacity':0.2}]");

    var seen = TestPdf.seen(stamped, 1);
    assertThat(darkest(seen)).isBetween(190, 210);
    var box = box(seen);
    assertThat(box[2] - box[0]).isGreaterThan(seen.getWidth() / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|the stamps must be a list",
        "[]|the stamps must be a list",
        "[{'$type':'Txt'}]|stamps[0].$type must be Text, PageNumbers",
        "[{'$type':'Text'}]|stamps[0].text is missing",
        "[{'$type':'Text','text':'a','at':'upper'}]|stamps[0].at must be one of top-left, top",
        "[{'$type':'Text','text':'a','pages':'0'}]|stamps[0].pages must be one of all, first",
        "[{'$type':'Text','text':'a','opacity':2}]|stamps[0].opacity must be a number from 0 to 1",
        "[{'$type':'Text','text':'a','colour':'#ff0000'}]|stamps[0].colour is no field of it",
        "[{'$type':'Text','text':'a','color':'red'}]|stamps[0].color must be as #C00000",
        "[{'$type':'Text','text':'漢'}]|stamps[0].text holds a character that the font does not",
        "[{'$type':'Image','path':'../p.png'}]|stamps[0].path leads out of the folder",
        "[{'$type':'Image','path':'q.png'}]|stamps[0].path names a file that is not there",
        "[{'$type':'Image','path':'in.pdf'}]|stamps[0].path is no PNG or JPEG file",
        "[{'$type':'Image','content':'AAAA'}]|stamps[0].content is no PNG or JPEG file"
      })
  void saysWhatIsWrong(String stamps, String why) throws Exception {
    var page = pages(1);

    assertThatThrownBy(() -> stamp(page, stamps))
        .isInstanceOf(PdfRefusal.class)
        .hasMessageStartingWith(why);
    assertThat(folder.resolve("out.pdf")).doesNotExist();
  }

  @Test
  void stampsThatAreNestedTooDeepAreRefused() {
    assertThatThrownBy(() -> stamp(pages(1), "[".repeat(5_000)))
        .isInstanceOf(PdfRefusal.class)
        .hasMessageEndingWith("is nested too deep, or holds too long a number or text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret"})
  void refusesWhatIsEncrypted(String password) throws Exception {
    var page = TestPdf.encrypted(folder.resolve("in.pdf"), password);

    assertThatThrownBy(() -> stamp(page, "[{'$type':'PageNumbers'}]"))
        .isInstanceOf(PdfRefusal.class)
        .hasMessageStartingWith("the PDF is encrypted");
  }

  @Test
  void refusesWhatIsNoPdf() throws Exception {
    var page = Files.writeString(folder.resolve("in.pdf"), "no");

    assertThatThrownBy(() -> stamp(page, "[{'$type':'PageNumbers'}]"))
        .hasMessage("the file is no PDF, or it is damaged");
  }

  private Path pages(int pages) throws IOException {
    return TestPdf.plain(folder.resolve("in.pdf"), pages);
  }

  private void picture(Color color) throws IOException {
    Files.write(folder.resolve("p.png"), TestPicture.of("png", 40, 20, color));
  }

  private Path stamp(Path page, String stamps) throws IOException, PdfRefusal {
    var file = Files.writeString(folder.resolve("stamps.json"), stamps.replace('\'', '"'));
    var out = folder.resolve("out.pdf");
    new PdfStamper(StampFile.read(file)).stamp(page, out);
    return out;
  }

  private static String read(BufferedImage seen) throws NotFoundException {
    int width = seen.getWidth();
    int[] dots = seen.getRGB(0, 0, width, seen.getHeight(), null, 0, width);
    var source = new RGBLuminanceSource(width, seen.getHeight(), dots);
    return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  /** Left, top, right and bottom of what is not white. */
  private static int[] box(BufferedImage seen) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    for (int x = 0; x < seen.getWidth(); x++) {
      for (int y = 0; y < seen.getHeight(); y++) {
        if (new Color(seen.getRGB(x, y)).getGreen() < 245) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x + 1);
          box[3] = Math.max(box[3], y + 1);
        }
      }
    }
    return box;
  }

  private static int darkest(BufferedImage seen) {
    int darkest = 255;
    for (int x = 0; x < seen.getWidth(); x++) {
      for (int y = 0; y < seen.getHeight(); y++) {
        darkest = Math.min(darkest, new Color(seen.getRGB(x, y)).getGreen());
      }
    }
    return darkest;
  }
}
