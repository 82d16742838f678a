package dev.patchbay.spreadsheets.read.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks that are made to harm, or broken on their way, and odd ones that are sound. */
class HarmfulWorkbookTest {
  private static final Limits SMALL = new Limits(10, 100_000, 20, 5_000, 1_000, 10, 1_000);

  @TempDir private Path directory;

  @Test
  void refusesWhatUnpacksToFarMoreThanItsSize() {
    var rows = "<row><c><v>1</v></c></row>".repeat(3_000);

    assertThat(reason(new TestWorkbook().withRows(rows), SMALL)).contains("decompression bomb");
    assertThat(reason(new TestWorkbook().withRows(rows), Limits.USUAL)).isEmpty();
  }

  /** The sizes in the directory are changed, so that only counting can find out. */
  @Test
  void refusesABombThatLiesAboutItsSize() throws IOException {
    var file = new TestWorkbook().withRows(" ".repeat(90_000)).in(directory);
    var bytes = Files.readAllBytes(file);
    int entry = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
    bytes[entry + 24] = 100;
    bytes[entry + 25] = 0;
    bytes[entry + 26] = 0;
    Files.write(file, bytes);

    assertThat(reason(file, SMALL)).contains("decompression bomb");
  }

  @Test
  void refusesTooManyParts() {
    var book = new TestWorkbook();
    for (int i = 0; i < 10; i++) {
      book.with("xl/media/" + i, "");
    }

    assertThat(reason(book, SMALL)).contains("decompression bomb");
  }

  @Test
  void refusesSheetsThatAreOnePartReadAgainAndAgain() {
    var sheets = "<sheet name=\"S\" r:id=\"s1\"/><sheet name=\"T\" r:id=\"s1\"/>";
    var book =
        new TestWorkbook()
            .with("xl/workbook.xml", "<workbook xmlns:r=\"r\">" + sheets + "</workbook>");

    assertThat(reason(book, Limits.USUAL))
        .contains("several of its sheets are one part, 'xl/worksheets/sheet1.xml'");
  }

  @Test
  void refusesATagThatWouldFillTheMemory() {
    var book = new TestWorkbook().withRows("<row a=\"" + "a ".repeat(1 << 20) + "\"/>");

    assertThat(reason(book, Limits.USUAL)).contains("longer than a million characters");
  }

  @Test
  void refusesMoreNamesThanAParserCanKeep() {
    var elements = new StringBuilder();
    var attributes = new StringBuilder();
    var instructions = new StringBuilder();
    for (int i = 0; i < 10_001; i++) {
      elements.append("<a").append(i).append("/>");
      attributes.append("<a b").append(i).append("=\"\"/>");
      instructions.append("<?a").append(i).append("?>");
    }

    for (var rows : List.of(elements, attributes, instructions)) {
      assertThat(reason(new TestWorkbook().withRows(rows.toString()), Limits.USUAL))
          .contains("too many different names");
    }
  }

  @Test
  void refusesElementsThatAreNestedWithoutEnd() {
    assertThat(reason(new TestWorkbook().withRows("<a>".repeat(300)), Limits.USUAL))
        .contains("nested too deeply");
  }

  @Test
  void refusesMoreSharedTextThanIsHeld() {
    var book =
        new TestWorkbook()
            .with("xl/sharedStrings.xml", "<sst>" + "<si><t>a</t></si>".repeat(11) + "</sst>");

    assertThat(reason(book, SMALL)).contains("too large", "10 different texts");
  }

  @Test
  void refusesADocumentTypeWhereverItIs() {
    var external =
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><sst><si><t>&b;</t></si></sst>";
    var late = "<!--" + " ".repeat(9_000) + "--><!DOCTYPE sst><sst/>";

    assertThat(reason(new TestWorkbook().with("xl/sharedStrings.xml", external), Limits.USUAL))
        .contains("unsafe", "DOCTYPE");
    assertThat(reason(new TestWorkbook().with("xl/sharedStrings.xml", late), Limits.USUAL))
        .isNotEmpty();
  }

  @Test
  void refusesPartsThatPointOutsideOrAreThereTwice() {
    assertThat(reason(new TestWorkbook().with("../evil", ""), Limits.USUAL)).contains("outside");
    assertThat(reason(new TestWorkbook().with("xl/..\\..\\evil", ""), Limits.USUAL))
        .contains("outside");
    assertThat(reason(new TestWorkbook().with("XL/Workbook.xml", ""), Limits.USUAL))
        .contains("twice");
  }

  @Test
  void refusesAFileThatBreaksOffAnywhere() throws IOException {
    var file = new TestWorkbook().withRows("<row><c><v>1</v></c></row>").in(directory);
    var bytes = Files.readAllBytes(file);
    for (int length = 4; length < bytes.length; length += 7) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThat(reason(file, Limits.USUAL)).as("%d bytes", length).isNotEmpty();
    }
  }

  @Test
  void refusesAFileInWhichAnyByteOfACellWasChanged() throws IOException {
    var file = new TestWorkbook().withRows("<row><c><v>1</v></c></row>").in(directory);
    var bytes = Files.readAllBytes(file);
    int data = indexOf(bytes, "xl/worksheets/sheet1.xml", 0) + "xl/worksheets/sheet1.xml".length();
    bytes[data + 20] ^= 1;
    Files.write(file, bytes);

    assertThat(reason(file, Limits.USUAL)).contains("damaged");
  }

  @ParameterizedTest
  @CsvSource({"12, bzip2", "14, LZMA", "9, Deflate64", "77, method 77"})
  void namesHowAnArchiveIsPackedThatIsNotUnpacked(byte method, String name) throws IOException {
    var file = new TestWorkbook().in(directory);
    var bytes = Files.readAllBytes(file);
    bytes[indexOf(bytes, "PK\1\2", 0) + 10] = method;
    Files.write(file, bytes);

    assertThat(reason(file, Limits.USUAL)).startsWith("The archive is packed with " + name + ",");
  }

  @Test
  void refusesRowsOutOfOrderAndReferencesBeyondTheSheet() {
    assertThat(reason(new TestWorkbook().withRows("<row r=\"2\"/><row r=\"2\"/>"), Limits.USUAL))
        .contains("row 2 comes after row 2");
    assertThat(reason(new TestWorkbook().withRows("<row r=\"1048577\"/>"), Limits.USUAL))
        .contains("rows");
    assertThat(
            reason(
                new TestWorkbook().withRows("<row><c r=\"XFE1\"><v>1</v></c></row>"), Limits.USUAL))
        .contains("columns");
    assertThat(
            reason(new TestWorkbook().withRows("<row><c t=\"s\"><v>0</v></c></row>"), Limits.USUAL))
        .contains("text that is missing");
  }

  @Test
  void refusesSheetsThatShareAPartWhateverTheCaseOfItsName() {
    var parts =
        "<Relationships><Relationship Id=\"s1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"s2\" Type=\"t/worksheet\" Target=\"worksheets/SHEET1.xml\"/></Relationships>";
    var sheets =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" r:id=\"s1\"/><sheet name=\"B\" r:id=\"s2\"/></sheets></workbook>";

    assertThat(
            reason(
                new TestWorkbook()
                    .with("xl/workbook.xml", sheets)
                    .with("xl/_rels/workbook.xml.rels", parts),
                Limits.USUAL))
        .contains("several of its sheets are one part");
  }

  /** As an archiver names a picture that knows the letters of DOS only. */
  @Test
  void readsPastAPictureWhoseNameIsNoUtf8() {
    var file =
        new TestWorkbook()
            .with("xl/media/Fläche.png", "")
            .withRows("<row><c><v>1</v></c></row>")
            .in(directory, Charset.forName("IBM850"));

    assertThat(cells(file)).containsExactly(new Cell.Numeric(1));
  }

  @Test
  void namesWhatElseAnArchiveIs() {
    var book = new TestWorkbook().with("_rels/.rels", "<a/>").with("xl/workbook.xml", "<a/>");

    assertThat(reason(book, Limits.USUAL)).contains("archive without a workbook");
    assertThat(reason(book.with("word/document.xml", ""), Limits.USUAL)).contains("Word document");
    assertThat(reason(write("a.xls", "d0cf11e0a1b11ae1" + "00".repeat(2_000)), Limits.USUAL))
        .contains(".xls", "password");
  }

  @Test
  void readsDatesByTheirFormatAndDaysFrom1904() {
    var rows = "<row><c s=\"1\"><v>1.5</v></c><c s=\"\"><v>2</v></c><c s=\"9\"><v>3</v></c></row>";

    assertThat(cells(new TestWorkbook().withFormat("[$-407]d.m.yy").from1904().withRows(rows)))
        .containsExactly(
            new Cell.DateTime(LocalDateTime.parse("1904-01-02T12:00")),
            new Cell.Numeric(2),
            new Cell.Numeric(3));
  }

  @Test
  void takesFormatsOfConditionsForNoFormatsOfCells() {
    var styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"d.m.yy\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs>"
            + "<dxfs><dxf><numFmt numFmtId=\"170\" formatCode=\"0.00\"/></dxf></dxfs></styleSheet>";
    var rows = "<row><c s=\"0\"><v>44197</v></c></row>";

    assertThat(cells(new TestWorkbook().with("xl/styles.xml", styles).withRows(rows)))
        .containsExactly(new Cell.DateTime(LocalDateTime.parse("2021-01-01T00:00")));
  }

  @Test
  void takesTheNumberOfARowFromItsFirstCellWhereTheRowHasNone() {
    var rows =
        "<row><c r=\"A5\"><v>1</v></c><c r=\"B9\"><v>2</v></c></row><row><c><v>3</v></c></row><row r=\"8\"><c r=\"A9\"><v>4</v></c></row>";
    List<Long> numbers = new ArrayList<>();
    if (SpreadsheetFile.open(new TestWorkbook().withRows(rows).in(directory))
        instanceof Opening.Opened(var open)) {
      try (open) {
        open.read(0, row -> numbers.add(row.number()));
      }
    }

    assertThat(numbers).containsExactly(5L, 6L, 8L);
  }

  @Test
  void tellsFormulasThatNobodyComputedFromThoseThatAreEmpty() {
    var rows =
        "<row><c><f>A2</f></c><c t=\"str\"><f>B2</f><v></v></c><c><f t=\"shared\" si=\"0\"/></c>"
            + "<c><f>C2</f><v>1</v></c></row>";

    assertThat(cells(new TestWorkbook().withRows(rows)))
        .containsExactly(
            new Cell.Uncomputed(), Cell.EMPTY, new Cell.Uncomputed(), new Cell.Numeric(1));
  }

  @Test
  void readsRichTextWithoutItsPronunciationAndEscapedCharacters() {
    var texts =
        "<sst><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r><rPh><t>x</t></rPh></si>"
            + "<si><t>1_x000A_2_x005F_x000A_</t></si></sst>";
    var rows = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"b\"><v>1</v></c></row>";

    assertThat(cells(new TestWorkbook().with("xl/sharedStrings.xml", texts).withRows(rows)))
        .containsExactly(new Cell.Text("a b"), new Cell.Text("1\n2_x000A_"), new Cell.Bool(true));
  }

  @Test
  void readsEscapesOfWholeCharactersOnly() {
    var texts = "<sst><si><t>1_xD83D_2</t></si><si><t>_xD83D__xDE00_</t></si></sst>";
    var rows =
        "<row><c t=\"s\"><v>0</v></c><c t=\"str\"><v>1_xD83D_2</v></c><c t=\"s\"><v>1</v></c><c t=\"str\"><v>_x００４１_</v></c></row>";

    assertThat(cells(new TestWorkbook().with("xl/sharedStrings.xml", texts).withRows(rows)))
        .containsExactly(
            new Cell.Text("1\ufffd2"),
            new Cell.Text("1\ufffd2"),
            new Cell.Text("😀"),
            new Cell.Text("_x００４１_"));
  }

  private Path write(String name, String hex) {
    try {
      return Files.write(directory.resolve(name), HexFormat.of().parseHex(hex));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Cell> cells(TestWorkbook book) {
    return cells(book.in(directory));
  }

  private static List<Cell> cells(Path file) {
    List<Cell> cells = new ArrayList<>();
    if (SpreadsheetFile.open(file) instanceof Opening.Opened(var open)) {
      try (open) {
        assertThat(open.read(0, row -> cells.addAll(row.cells())))
            .isInstanceOf(Reading.Complete.class);
      }
    }
    return cells;
  }

  private String reason(TestWorkbook book, Limits limits) {
    return reason(book.in(directory), limits);
  }

  /** Why a file is refused, at once or while it is read; empty where it is not. */
  private static String reason(Path file, Limits limits) {
    return switch (SpreadsheetFile.open(file, limits)) {
      case Opening.Rejected(var reason) -> reason;
      case Opening.Opened(var open) -> {
        try (open) {
          yield open.read(0, row -> true) instanceof Reading.Rejected(var reason) ? reason : "";
        }
      }
    };
  }

  private static int indexOf(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }
}
