package dev.patchbay.pdf.office;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1CFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Characters of a PDF that are drawn as their font draws what it does not have ({@code .notdef},
 * mostly a box): LibreOffice finds no font that has them, and says nothing. Not thread-safe.
 */
final class BlankGlyphs extends PDFTextStripper {
  private static final String NOT_THERE = ".notdef";

  private final Set<String> found = new TreeSet<>();
  private final Map<PDFont, Map<Integer, Boolean>> blank = new HashMap<>();
  private @Nullable String meant;

  private BlankGlyphs() {}

  /** Which they are. */
  static Set<String> in(Path pdf) throws IOException {
    var glyphs = new BlankGlyphs();
    try (var document = Loader.loadPDF(pdf.toFile())) {
      glyphs.getText(document);
    }
    return glyphs.found;
  }

  /** Where one glyph stands for several characters, the text around it says which is meant. */
  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    super.beginMarkedContentSequence(tag, properties);
    meant = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
  }

  @Override
  public void endMarkedContentSequence() {
    super.endMarkedContentSequence();
    meant = null;
  }

  @Override
  protected void processTextPosition(TextPosition text) {
    try {
      if (isBlank(text.getFont(), text.getCharacterCodes()[0])) {
        found.add(meant == null ? text.getUnicode() : meant);
      }
    } catch (IOException unreadable) {
      // a glyph that cannot be read is none that tells of a missing one
    }
  }

  /** Each glyph of a font is looked at once, however often it is drawn. */
  private boolean isBlank(PDFont font, int code) throws IOException {
    var glyphs = blank.computeIfAbsent(font, _ -> new HashMap<>());
    var known = glyphs.get(code);
    if (known == null) {
      known = looksBlank(font, code);
      glyphs.put(code, known);
    }
    return known;
  }

  private static boolean looksBlank(PDFont font, int code) throws IOException {
    var box = box(font);
    return !box.isEmpty()
        && font instanceof PDVectorFont drawn
        && Outline.of(drawn.getPath(code)).equals(box);
  }

  private static Outline box(PDFont font) throws IOException {
    return switch (font) {
      case PDTrueTypeFont simple -> first(simple.getTrueTypeFont());
      case PDType1CFont compact -> Outline.of(compact.getPath(NOT_THERE));
      case PDType0Font composed when composed.getDescendantFont() instanceof PDCIDFontType2 font2 ->
          first(font2.getTrueTypeFont());
      default -> Outline.NONE;
    };
  }

  /** The first glyph of a TrueType font is what it draws for characters that it lacks. */
  private static Outline first(TrueTypeFont font) throws IOException {
    var table = font.getGlyph();
    var glyph = table == null ? null : table.getGlyph(0);
    return glyph == null ? Outline.NONE : Outline.of(glyph.getPath());
  }

  /** What a glyph looks like, to be compared. */
  private record Outline(List<Double> steps) {
    static final Outline NONE = new Outline(List.of());

    static Outline of(GeneralPath path) {
      var steps = new ArrayList<Double>();
      var step = new double[6];
      for (var each = path.getPathIterator(new AffineTransform()); !each.isDone(); each.next()) {
        Arrays.fill(step, 0);
        steps.add((double) each.currentSegment(step));
        Arrays.stream(step).forEach(steps::add);
      }
      return new Outline(steps);
    }

    boolean isEmpty() {
      return steps.isEmpty();
    }
  }
}
