package dev.patchbay.spreadsheets.read.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.EncodingName;
import dev.patchbay.spreadsheets.Opening;
import dev.patchbay.spreadsheets.Reading;
import dev.patchbay.spreadsheets.SeparatorName;
import dev.patchbay.spreadsheets.SpreadsheetFile;
import dev.patchbay.spreadsheets.TextDialect;
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

/** What people say of a text is used; what they do not say is found out. */
class CsvDialectTest {
  private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");

  @TempDir private Path directory;

  private record Read(TextDialect dialect, List<List<String>> rows) {}

  @Test
  void readsAsIsSaidWhatIsTakenForSomethingElseWithoutThat() throws IOException {
    var bytes = "nr;text\n1;Žofie\n".getBytes(CENTRAL_EUROPEAN);

    assertThat(read(bytes, new TextDialect(CENTRAL_EUROPEAN, null)))
        .isEqualTo(
            new Read(
                new TextDialect(CENTRAL_EUROPEAN, ';'),
                List.of(List.of("nr", "text"), List.of("1", "Žofie"))));
  }

  @Test
  void dividesByWhatIsSaid() throws IOException {
    var bytes = "a|b,c\n1|2,3\n".getBytes(StandardCharsets.UTF_8);

    assertThat(read(bytes, new TextDialect(null, '|')))
        .isEqualTo(
            new Read(
                new TextDialect(StandardCharsets.UTF_8, '|'),
                List.of(List.of("a", "b,c"), List.of("1", "2,3"))));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8", "UTF-16LE, UTF-16LE", "UTF-16LE, UTF-16", "UTF-16BE, UTF-16"})
  void aMarkOfTheEncodingThatIsSaidIsNoText(String written, String said) throws IOException {
    var bytes = "\ufeffnr,text\n1,Zoë\n".getBytes(Charset.forName(written));

    assertThat(read(bytes, new TextDialect(Charset.forName(said), null)).rows())
        .containsExactly(List.of("nr", "text"), List.of("1", "Zoë"));
  }

  /** The digit one in a circle is a character of NEC that the standard lacks. */
  @Test
  void takesShiftJisAsWindowsWritesIt() throws IOException {
    var bytes = "nr,text\n1,①\n".getBytes(Charset.forName("windows-31j"));

    assertThat(read(bytes, new TextDialect(Charset.forName("Shift_JIS"), null)).rows())
        .endsWith(List.of("1", "①"));
  }

  @Test
  void refusesTextThatIsNotWhatIsSaid() throws IOException {
    var bytes = "nr,text\n1,Zoë\n".getBytes(CENTRAL_EUROPEAN);

    assertThat(opened(bytes, new TextDialect(StandardCharsets.UTF_8, null)))
        .isEqualTo(
            new Opening.Rejected(
                "The file is not UTF-8 text in all places, as it is said to be. Leave the encoding"
                    + " out to have it found out, or name another."));
  }

  @Test
  void namesAreThoseOfPeople() {
    assertThat(List.of("Comma", "semicolon", "tab", "bar", "#"))
        .map(SeparatorName::character)
        .map(java.util.Optional::orElseThrow)
        .containsExactly(',', ';', '\t', '|', '#');
    assertThat(List.of("", "dot", "\"", "\n", "\uD83D"))
        .noneMatch(said -> SeparatorName.character(said).isPresent());
    assertThat(EncodingName.charset("Windows-1250")).contains(CENTRAL_EUROPEAN);
    assertThat(List.of("", "ümlaut", "klingon"))
        .noneMatch(said -> EncodingName.charset(said).isPresent());
  }

  private Opening opened(byte[] bytes, TextDialect said) throws IOException {
    return SpreadsheetFile.open(Files.write(directory.resolve("a.csv"), bytes), said);
  }

  private Read read(byte[] bytes, TextDialect said) throws IOException {
    if (!(opened(bytes, said) instanceof Opening.Opened(var open))) {
      throw new AssertionError("it is refused");
    }
    try (open) {
      List<List<String>> rows = new ArrayList<>();
      var reading = open.read(0, row -> rows.add(texts(row.cells())));
      assertThat(reading).isInstanceOf(Reading.Complete.class);
      return new Read(open.dialect().orElseThrow(), rows);
    }
  }

  private static List<String> texts(List<Cell> cells) {
    return cells.stream().map(cell -> cell instanceof Cell.Text(var text) ? text : "").toList();
  }
}
