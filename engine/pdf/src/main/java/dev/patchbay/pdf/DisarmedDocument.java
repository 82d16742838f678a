package dev.patchbay.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A copy of a Word document that refers to nothing outside of itself: links that people click stay,
 * but pictures, templates and objects elsewhere are gone. DTDs, and with them entities, are
 * refused.
 */
public final class DisarmedDocument {
  /** As much as a template may unpack to, and what was filled in. */
  static final long MOST_BYTES = 300L << 20;

  /** An angle bracket, a space, the marks of UTF-8 and of both orders of UTF-16. */
  private static final List<String> XML_MARKS =
      List.of("3c", "003c", "20", "09", "0a", "0d", "efbbbf", "fffe", "feff");

  private static final int LONGEST_MARK = 3;

  private DisarmedDocument() {}

  /**
   * Writes the copy.
   *
   * @throws PdfProblem if it is no Word document, unpacks to more than 300 MB or holds a DTD
   */
  public static void write(Path docx, Path copy) throws IOException, PdfProblem {
    try (var zip = new ZipFile(docx.toFile());
        var out = new ZipOutputStream(Files.newOutputStream(copy))) {
      long left = MOST_BYTES;
      for (var entries = zip.entries().asIterator(); entries.hasNext(); ) {
        var entry = entries.next();
        var bytes = unpacked(zip.getInputStream(entry), left);
        left -= bytes.length;
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(disarmed(entry.getName(), bytes));
      }
    } catch (ZipException broken) {
      throw new PdfProblem("the file is no Word document, or it is damaged", broken);
    }
  }

  private static byte[] unpacked(InputStream part, long left) throws IOException, PdfProblem {
    try (part) {
      var bytes = part.readNBytes((int) left + 1);
      if (bytes.length > left) {
        throw new PdfProblem("the document unpacks to more than " + (MOST_BYTES >> 20) + " MB");
      }
      return bytes;
    }
  }

  private static byte[] disarmed(String name, byte[] bytes) throws PdfProblem {
    if (name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
      return relations(name, bytes);
    }
    if (looksLikeXml(bytes)) {
      refuseReadableDtd(bytes);
    }
    return bytes;
  }

  private static void refuseReadableDtd(byte[] bytes) throws PdfProblem {
    try {
      refuseDtd(bytes);
    } catch (XMLStreamException _) {
      // no XML after all: what no parser reads brings no entity
    }
  }

  private static byte[] relations(String name, byte[] bytes) throws PdfProblem {
    try {
      refuseDtd(bytes);
      return Relations.withinTheDocument(bytes);
    } catch (XMLStreamException broken) {
      throw new PdfProblem("part " + name + " of the document is damaged", broken);
    }
  }

  /** By its first bytes, as the name of a part says nothing. */
  private static boolean looksLikeXml(byte[] bytes) {
    var start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_MARK));
    return XML_MARKS.stream().anyMatch(start::startsWith);
  }

  /** A DTD can stand nowhere but before the first element. */
  private static void refuseDtd(byte[] bytes) throws XMLStreamException, PdfProblem {
    var reader = PartXml.input().createXMLStreamReader(new ByteArrayInputStream(bytes));
    try {
      for (int event = reader.next(); event != XMLStreamReader.START_ELEMENT; ) {
        if (event == XMLStreamReader.DTD) {
          throw new PdfProblem("the document holds a DTD, which no Word document does");
        }
        event = reader.next();
      }
    } finally {
      reader.close();
    }
  }
}
