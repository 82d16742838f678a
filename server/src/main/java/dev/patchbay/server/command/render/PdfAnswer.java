package dev.patchbay.server.command.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What has become of a document that was to be a PDF. */
sealed interface PdfAnswer {
  /**
   * The PDF.
   *
   * @param notes who made it and what is not as in the document, a line for each
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Made(byte[] pdf, List<String> notes) implements PdfAnswer {
    public Made {
      notes = List.copyOf(notes);
    }
  }

  /** There is none; the reason says what to do. */
  record Failed(String reason) implements PdfAnswer {}

  /**
   * As the process has told it.
   *
   * @param lines each a word and what belongs to it
   */
  static PdfAnswer of(List<String> lines, Path pdf) throws IOException {
    var failures = of("failed", lines);
    if (!failures.isEmpty()) {
      return new Failed(failures.getFirst());
    }
    var notes = new ArrayList<String>();
    of("made", lines).forEach(converter -> notes.add("PDF by " + converter));
    var fonts = of("font", lines);
    if (!fonts.isEmpty()) {
      notes.add(
          "fonts that are not installed, so that others stand in: " + String.join(", ", fonts));
    }
    of("left", lines).forEach(what -> notes.add("left out: " + what));
    return new Made(Files.readAllBytes(pdf), notes);
  }

  private static List<String> of(String word, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }
}
