package dev.patchbay.server.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What has become of a document that was to be a PDF. */
public sealed interface PdfAnswer {
  /**
   * It is made.
   *
   * @param content the PDF file, or the picture of its page
   * @param about how it was made
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Made(byte[] content, About about) implements PdfAnswer {}

  /**
   * How a PDF was made, and what of it is not as in the document.
   *
   * @param converter who made it
   * @param pages how many it has
   * @param missingFonts fonts that are not installed, so that others stand in
   * @param leftOut what could not be shown, each for a person to read
   */
  record About(String converter, int pages, List<String> missingFonts, List<String> leftOut) {
    public About {
      missingFonts = List.copyOf(missingFonts);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** There is none; the reason says what to do. */
  record Failed(String reason) implements PdfAnswer {}

  /**
   * There is none, as the time was over or the process was ended by somebody else; the next try may
   * make one. The reason says what to do if it does not.
   */
  record Unfinished(String reason) implements PdfAnswer {}

  /** There is none, as too many wait for theirs, or this server closes. */
  record Busy() implements PdfAnswer {}

  /** Nobody makes any here; the reason says why. */
  record Absent(String reason) implements PdfAnswer {}

  /**
   * As the process has told it.
   *
   * @param lines each a word and what belongs to it
   * @param content the file that was asked for
   */
  static PdfAnswer of(List<String> lines, Path content) throws IOException {
    var failures = of("failed", lines);
    if (!failures.isEmpty()) {
      return new Failed(failures.getFirst());
    }
    var late = of("late", lines);
    if (!late.isEmpty()) {
      return new Unfinished(late.getFirst());
    }
    var about =
        new About(
            String.join(" ", of("made", lines)),
            of("pages", lines).stream().mapToInt(Integer::parseInt).sum(),
            of("font", lines),
            of("left", lines));
    return new Made(Files.readAllBytes(content), about);
  }

  /** What stands behind a word, line by line. */
  static List<String> of(String word, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }
}
