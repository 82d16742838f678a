package dev.patchbay.signatures.stamp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Has a page restore each state of graphics that it saves, and no other (ISO 32000-2, 8.4.2).
 * Readers forgive pages that do not; but what is drawn behind that would stand elsewhere.
 */
final class GraphicsStates {
  private final PDDocument document;

  /** With the document whose pages they are. */
  GraphicsStates(PDDocument document) {
    this.document = document;
  }

  /** The page looks as before, and shares its list of contents with no other page. */
  void balance(PDPage page) throws IOException {
    var contents = new ArrayList<PDStream>();
    page.getContentStreams().forEachRemaining(contents::add);
    if (contents.isEmpty()) {
      return;
    }
    var kept = new ArrayList<>();
    var states = read(page, kept);
    if (states.restoredTooOften()) {
      contents.clear();
      contents.add(written(kept));
    }
    if (states.open() > 0) {
      var restores = ("\n" + OperatorName.RESTORE).repeat(states.open()) + "\n";
      contents.add(written(restores));
    }
    page.setContents(contents);
  }

  /** Keeps all but what restores nothing. */
  private static States read(PDPage page, List<Object> kept) throws IOException {
    var parser = new PDFStreamParser(page);
    var states = new States(0, false);
    for (var token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      boolean restoresNothing = states.open() == 0 && is(token, OperatorName.RESTORE);
      states = restoresNothing ? new States(0, true) : states.behind(token);
      if (!restoresNothing) {
        kept.add(token);
      }
    }
    return states;
  }

  private static boolean is(Object token, String name) {
    return token instanceof Operator operator && operator.getName().equals(name);
  }

  private PDStream written(Iterable<Object> tokens) throws IOException {
    var stream = new PDStream(document);
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      var writer = new ContentStreamWriter(out);
      for (var token : tokens) {
        writer.writeTokens(token);
      }
    }
    return stream;
  }

  private PDStream written(String operators) throws IOException {
    var stream = new PDStream(document);
    try (var out = stream.createOutputStream()) {
      out.write(operators.getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  /**
   * Of a page, as far as it is read.
   *
   * @param open how many are saved and not yet restored
   * @param restoredTooOften whether one was to be restored when none was saved
   */
  private record States(int open, boolean restoredTooOften) {
    States behind(Object token) {
      int step = is(token, OperatorName.SAVE) ? 1 : is(token, OperatorName.RESTORE) ? -1 : 0;
      return step == 0 ? this : new States(open + step, restoredTooOften);
    }
  }
}
