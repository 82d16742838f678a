package dev.patchbay.spreadsheets.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.Limits;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which encoding and separator a file has, and what is no CSV at all. */
class CsvSourceTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nr;amount\n1;1,5\n2;2,5\n", "nr\tamount\n1\t1,5\n2\t2,5\n",
            "nr,amount\n1,\"1,5\"\n2,\"2,5\"\n",
        "1;1,5\n2;2,5\n", "sep=;\nnr;amount\n1;1,5\n2;2,5\n", "nr;amount\r1;1,5\r2;2,5",
        "nr|amount\n1|1,5\n2|2,5\n"
      })
  void findsTheSeparatorThatDividesMostLinesAlike(String text) throws IOException {
    assertThat(rows(text, StandardCharsets.UTF_8))
        .endsWith(List.of("1", "1,5"), List.of("2", "2,5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;b;c\n1,5\n1,5;2,5\n;;2;3\n",
        "a\tb\tc\n1,5\n\t1,5;2,5\n",
        "a,b,c\nx\ty\n1;2,3\n"
      })
  void findsTheSeparatorInTheFirstLineIfNoOtherIsLikeAnother(String text) throws IOException {
    assertThat(rows(text, StandardCharsets.UTF_8).getFirst())
        .hasSize(3)
        .allMatch(header -> header.length() == 1);
  }

  @Test
  void isNotMisledByWhatIsWithinQuotes() throws IOException {
    assertThat(rows("a,b\n1,\"x;y;z\n;;;\"\"\n\"\n2,\"p;q;r\"\n", StandardCharsets.UTF_8))
        .containsExactly(List.of("a", "b"), List.of("1", "x;y;z\n;;;\"\n"), List.of("2", "p;q;r"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Žluťoučký kůň",
    "windows-1252, Präger Straße",
    "windows-1252, Élodie à Besançon",
    "windows-1252, Größe in Zoll",
    "windows-1251, Пётр Иванович из Казани",
    "ISO-8859-7, Λεωνιδας Αλεξανδρος",
    "Shift_JIS, 東京都千代田区の佐藤花子",
    "x-windows-949, 서울특별시 강남구의 똠방각하",
    "x-windows-950, 台北市中正區的王小碁",
  })
  void findsTheEncoding(String charset, String text) throws IOException {
    assertThat(rows("nr;text\n1;" + text + "\n", Charset.forName(charset)))
        .containsExactly(List.of("nr", "text"), List.of("1", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void takesAByteOrderMarkForWhatItIs(String charset) throws IOException {
    assertThat(rows("\uFEFFnr,text\n007,Zoë\n", Charset.forName(charset)))
        .containsExactly(List.of("nr", "text"), List.of("007", "Zoë"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void knowsTwoBytesACharacterWithoutAMark(String charset) throws IOException {
    assertThat(rows("nr,text\n007,Zoë\n", Charset.forName(charset)))
        .containsExactly(List.of("nr", "text"), List.of("007", "Zoë"));
  }

  @Test
  void takesABarWithinTextsForNoSeparator() throws IOException {
    assertThat(rows("nr,text\n1,a|b\n2,c|d\n", StandardCharsets.UTF_8))
        .endsWith(List.of("1", "a|b"), List.of("2", "c|d"));
    assertThat(rows("text\na|b\n", StandardCharsets.UTF_8))
        .containsExactly(List.of("text"), List.of("a|b"));
  }

  @Test
  void isUtf8WhereTheFirstLetterBeyondAsciiComesLate() throws IOException {
    var text = "nr,text\n" + "1,abc\n".repeat(50_000) + "2,Žluťoučký\n";

    assertThat(rows(text, StandardCharsets.UTF_8)).endsWith(List.of("2", "Žluťoučký"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " <!DOCTYPE html><html>", "<html>", "<?xml version=\"1.0\"?>", "{\"error\": 1}", "[[1]]",
        "%PDF-1.7", "a\0b", "  \n ", "\1\2\3\4\5\6", ""
      })
  void refusesWhatIsNoTable(String text) throws IOException {
    assertThat(reason(text.getBytes(StandardCharsets.UTF_8))).startsWith("The file ");
  }

  @Test
  void refusesTextThatIsNotWhatItsMarkSays() throws IOException {
    assertThat(reason(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'a', (byte) 0xe4, ','}))
        .contains("UTF-8", "Save it again");
  }

  /** A byte that Windows-1252 does not know, as DOS wrote a letter. */
  @Test
  void refusesTextOfWhichNoEncodingIsRight() throws IOException {
    assertThat(reason("nr;text\n1;München\n".getBytes(Charset.forName("IBM850"))))
        .contains("windows-1252", "Save it again as 'CSV UTF-8'");
  }

  @Test
  void refusesMoreColumnsThanAnyProgramHas() throws IOException {
    var cells = "a,".repeat(16_384);

    assertThat(reason((cells + "\n").getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(reason((cells + "a\n").getBytes(StandardCharsets.UTF_8)))
        .contains("more than 16,384 columns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,\"never closed\n2,3\n",
        "a,b\r\n1,\"never closed\r\n2,3",
        "a,b\n1,\"",
        "a,b\n1,\"\"\"\n",
        "sep=,\na,b\n1,\"never closed\n"
      })
  void refusesAQuoteThatIsNeverClosedAndNamesItsRow(String text) throws IOException {
    assertThat(reason(text.getBytes(StandardCharsets.UTF_8)))
        .startsWith("A quote (\") that is opened in row 2 is never closed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,\"closed\"",
        "a,b\n1,\"closed\"\r\n",
        "a,b\r1,\"closed\"x\r\r",
        "a,b\n1,5\" tape\n",
        "a,b\n1,\uffff",
        "a,b\n1,2\n\uffff\n"
      })
  void takesQuotesThatAreClosedOrNone(String text) throws IOException {
    assertThat(reason(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void readsTheLastRowWithAndWithoutALineEnd() throws IOException {
    for (var end : List.of("", "\n", "\r\n", "\r", "\n\n")) {
      assertThat(rows("a,b\n1,\"2\"" + end, StandardCharsets.UTF_8))
          .containsExactly(List.of("a", "b"), List.of("1", "2"));
    }
  }

  @Test
  void refusesAQuoteThatIsNeverClosedBeforeItFillsTheMemory() throws IOException {
    var file = Files.writeString(directory.resolve("a.csv"), "a,b\n1,\"" + "x\n".repeat(9_000));

    assertThat(reason(file, new Limits(1, 1, 1, 1, 1, 1, 8_192)))
        .startsWith("Row 2 is longer than 8,192 characters");
  }

  private String reason(byte[] bytes) throws IOException {
    return reason(Files.write(directory.resolve("a.csv"), bytes), Limits.USUAL);
  }

  private static String reason(Path file, Limits limits) {
    return switch (SpreadsheetFile.open(file, limits)) {
      case Opening.Rejected(var reason) -> reason;
      case Opening.Opened(var open) ->
          open.read(0, row -> true) instanceof Reading.Rejected(var reason) ? reason : "";
    };
  }

  private List<List<String>> rows(String text, Charset charset) throws IOException {
    var file = Files.write(directory.resolve("a.csv"), text.getBytes(charset));
    List<List<String>> rows = new ArrayList<>();
    if (SpreadsheetFile.open(file) instanceof Opening.Opened(var open)) {
      try (open) {
        assertThat(
                open.read(
                    0, row -> rows.add(row.cells().stream().map(CsvSourceTest::text).toList())))
            .isInstanceOf(Reading.Complete.class);
      }
    }
    return rows;
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.Text(var value) ? value : "";
  }
}
