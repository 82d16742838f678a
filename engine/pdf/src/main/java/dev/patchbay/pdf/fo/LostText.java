package dev.patchbay.pdf.fo;

import dev.patchbay.pdf.PartXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Compares the words of a document with those of its PDF, since docx4j drops what it does not know
 * without a word, such as text boxes and parts of footnotes.
 */
final class LostText {
  private static final Pattern PARTS =
      Pattern.compile("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** WordprocessingML in its transitional and its strict form. */
  private static final Set<String> WORD =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  private static final Set<String> SEPARATORS = Set.of("p", "br", "tab", "cr", "sym");
  private static final int MOST_SHOWN = 12;

  private LostText() {}

  /** For a person to read; empty where every word of the document is in the PDF. */
  static List<String> between(Path docx, Path pdf) throws IOException {
    var kept = new HashSet<String>();
    try (var document = Loader.loadPDF(pdf.toFile())) {
      kept.addAll(words(new PDFTextStripper().getText(document)));
    }
    var lost = new ArrayList<String>();
    try (var zip = new ZipFile(docx.toFile())) {
      for (var part : zip.stream().filter(each -> isText(each.getName())).toList()) {
        lost.addAll(words(text(zip.getInputStream(part))));
      }
    }
    lost.removeAll(kept);
    return lost.isEmpty() ? List.of() : List.of("words of the document: " + shown(lost));
  }

  private static boolean isText(String part) {
    return PARTS.matcher(part).matches();
  }

  private static String shown(List<String> lost) {
    var words = lost.stream().distinct().limit(MOST_SHOWN + 1L).toList();
    return words.size() > MOST_SHOWN
        ? String.join(" ", words.subList(0, MOST_SHOWN)) + " …"
        : String.join(" ", words);
  }

  /** Without numbers: those of pages are as Word has left them. */
  private static List<String> words(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BETWEEN_WORDS.splitAsStream(plain).filter(LETTER.asPredicate()).toList();
  }

  /** What stands in the runs, with a space where a word cannot go on. */
  private static String text(InputStream part) throws IOException {
    var text = new StringBuilder();
    try (part) {
      var reader = PartXml.input().createXMLStreamReader(part);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          append(reader, text);
        }
      }
    } catch (XMLStreamException broken) {
      throw new IOException("a part cannot be read", broken);
    }
    return text.toString();
  }

  private static void append(XMLStreamReader reader, StringBuilder text) throws XMLStreamException {
    if (!WORD.contains(reader.getNamespaceURI())) {
      return;
    }
    if (reader.getLocalName().equals("t")) {
      text.append(reader.getElementText());
    } else if (SEPARATORS.contains(reader.getLocalName())) {
      text.append(' ');
    }
  }
}
