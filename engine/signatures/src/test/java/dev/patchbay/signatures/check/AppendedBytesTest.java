package dev.patchbay.signatures.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.signature.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that stand behind the signed part, and tables that only some readers follow. */
class AppendedBytesTest extends SignedFiles {
  private static final String FREED =
      """
      xref
      %1$d 1
      0000000000 00001 f
      trailer
      <<%2$s>>
      """;
  private static final String OF_ANOTHER_GENERATION =
      """
      xref
      %1$d 1
      0000000009 00001 n
      trailer
      <<%2$s>>
      """;
  private static final String FREED_BY_STREAM =
      """
      99 0 obj
      <</Type/XRef/W[1 4 1]/Index[%1$d 1 99 1]%2$s/Filter/ASCIIHexDecode/Length 30>>
      stream
      00 00000000 01 01 %3$08x 00>
      endstream
      endobj
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "%sstartxref\n%d\n",
        "%sstartxref\n%d\n%%%%EOF\n",
        "%sstartxref\n999999999\n%%%%EOF\n",
        "%sxref\n0 0\ntrailer\n<</Size 9>>\nstartxref\n%d\n%%%%EOF\n"
      })
  void anObjectThatOnlySomeReadersFindLeavesNothingCertain(String form) throws Exception {
    var file = signed(ann);
    var object = "99 0 obj\n<<>>\nendobj\n";
    Files.writeString(file, form.formatted(object, Files.size(file)), StandardOpenOption.APPEND);

    var finding = verify(file).signatures().getFirst();

    assertThat(finding.verdict()).isEqualTo(Verdict.INDETERMINATE);
    assertThat(finding.reasons())
        .first()
        .asString()
        .startsWith("what stands behind the signed part is no change as PDF has them");
  }

  @ParameterizedTest
  @ValueSource(strings = {FREED, FREED_BY_STREAM, OF_ANOTHER_GENERATION})
  void whatIsTakenOutOfUseButNeededLeavesNothingCertain(String table) throws Exception {
    var file = signed(ann);
    append(file, table, 0);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.INDETERMINATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {FREED, FREED_BY_STREAM, OF_ANOTHER_GENERATION})
  void whatNobodyNeedsMayBeTakenOutOfUse(String table) throws Exception {
    var file = signed(ann);
    append(file, table, 90);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.VALID);
  }

  /**
   * Appends a change that is but a table.
   *
   * @param beyond how far behind the catalog the object is that it lists
   */
  private static void append(Path file, String table, int beyond) throws IOException {
    var bytes = Files.readAllBytes(file);
    var before = Pattern.compile("startxref\\s(\\d+)\\s%%EOF\\s*$");
    var last = before.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    assertThat(last.find()).isTrue();
    try (var pdf = Loader.loadPDF(bytes)) {
      var root = pdf.getDocument().getTrailer().getItem(COSName.ROOT);
      int catalog = Math.toIntExact(((COSObject) root).getKey().getNumber());
      var trailer = "/Size 100/Root %d 0 R/Prev %s".formatted(catalog, last.group(1));
      var change =
          table.formatted(catalog + beyond, trailer, bytes.length)
              + "startxref\n%d\n%%%%EOF\n".formatted(bytes.length);
      Files.writeString(file, change, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n\r\n", "\0\0\0"})
  void blanksBehindItBreakNothing(String blanks) throws Exception {
    var file = signed(ann);
    Files.writeString(file, blanks, StandardOpenOption.APPEND);

    assertThat(verify(file).verdict()).isEqualTo(Verdict.VALID);
  }
}
