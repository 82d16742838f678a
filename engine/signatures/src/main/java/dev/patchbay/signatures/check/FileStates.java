package dev.patchbay.signatures.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A file with all its earlier states: whatever is changed in a signed file is put behind what was
 * there (ISO 32000-2, 7.5.6).
 */
final class FileStates {
  /** Far more than people make; each is read as a file of its own. */
  static final int MOST = 100;

  /** The last words of a state, with the place of the table that lists what was changed. */
  static final Pattern END = Pattern.compile("startxref\\s{1,9}(\\d{1,18})\\s{1,9}%%EOF");

  /** Stands in every signature, and never packed. */
  private static final String SIGNED = "/ByteRange";

  private final byte[] bytes;
  private final List<Integer> ends;

  private FileStates(byte[] bytes, List<Integer> ends) {
    this.bytes = bytes;
    this.ends = List.copyOf(ends);
  }

  static FileStates of(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int first = text.indexOf(SIGNED);
    return new FileStates(
        bytes,
        first < 0
            ? List.of()
            : END.matcher(text)
                .results()
                .map(end -> end.end())
                .filter(end -> end > first)
                .toList());
  }

  /** Whether there are more than are looked at. */
  boolean areTooMany() {
    return ends.size() > MOST;
  }

  /** Where the states ended that may be signed, the earliest first. */
  List<Integer> ends() {
    return ends.subList(0, Math.min(MOST, ends.size()));
  }

  /** The length of the file. */
  int size() {
    return bytes.length;
  }

  /** What was put behind so many bytes, a character for each byte. */
  String behind(int length) {
    return new String(bytes, length, bytes.length - length, StandardCharsets.ISO_8859_1);
  }

  /**
   * The file as it was when it had so many bytes; the caller closes it.
   *
   * @throws IOException if it never was so
   */
  PDDocument at(int length) throws IOException {
    try {
      return Loader.loadPDF(new RandomAccessReadBuffer(ByteBuffer.wrap(bytes, 0, length).slice()));
    } catch (RuntimeException damaged) {
      throw new IOException("no state of the file", damaged);
    }
  }
}
