package dev.patchbay.connectors.webdav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an answer to PROPFIND (RFC 4918, section 13). One that declares a DTD is refused. */
final class Multistatus {
  private static final String DAV = "DAV:";
  private static final int LONGEST = 16 << 20;

  private final XMLStreamReader xml;
  private final List<Resource> resources = new ArrayList<>();
  private String href = "";
  private Properties found = Properties.NONE;
  private Properties read = Properties.NONE;

  private Multistatus(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** What is told in it, at most 16 MB of it. */
  static List<Resource> read(InputStream in) throws IOException {
    var bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IOException("the answer is too long");
    }
    try {
      var xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      return new Multistatus(xml).resources();
    } catch (XMLStreamException | NumberFormatException unreadable) {
      throw new IOException("the answer cannot be read", unreadable);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  private List<Resource> resources() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("neither DTD nor entities are read");
        default -> {
          // Text between elements says nothing.
        }
      }
    }
    return resources;
  }

  private void start() throws XMLStreamException {
    if (!DAV.equals(xml.getNamespaceURI())) {
      return;
    }
    switch (xml.getLocalName()) {
      case "response" -> {
        href = "";
        found = Properties.NONE;
      }
      case "propstat" -> read = Properties.NONE;
      case "href" -> href = href.isEmpty() ? text() : href;
      case "collection" -> read = read.ofFolder();
      case "getcontentlength" -> read = read.withLength(text());
      case "getlastmodified" -> read = read.withModified(text());
      case "getetag" -> read = read.withTag(text());
      case "status" -> read = read.withStatus(text());
      default -> {
        // Not asked for.
      }
    }
  }

  /** A property counts only if its status says that it is known. */
  private void end() {
    if (!DAV.equals(xml.getNamespaceURI())) {
      return;
    }
    if (xml.getLocalName().equals("propstat") && read.status().contains(" 200")) {
      found = read;
    }
    if (xml.getLocalName().equals("response")) {
      resources.add(found.of(href));
    }
  }

  private String text() throws XMLStreamException {
    return xml.getElementText().strip();
  }

  /** Of one {@code propstat}. */
  private record Properties(
      boolean folder,
      OptionalLong length,
      Optional<Instant> modified,
      Optional<String> tag,
      String status) {
    /** What may stand in a header (RFC 9110, section 8.8.3). */
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]*\"");

    static final Properties NONE =
        new Properties(false, OptionalLong.empty(), Optional.empty(), Optional.empty(), "");

    Resource of(String href) {
      return new Resource(href, folder, length, modified, tag);
    }

    Properties ofFolder() {
      return new Properties(true, length, modified, tag, status);
    }

    Properties withLength(String text) {
      var bytes = text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
      return new Properties(folder, bytes, modified, tag, status);
    }

    Properties withModified(String text) {
      return new Properties(folder, length, instant(text), tag, status);
    }

    Properties withTag(String text) {
      var known = Optional.of(text).filter(TAG.asMatchPredicate());
      return new Properties(folder, length, modified, known, status);
    }

    Properties withStatus(String text) {
      return new Properties(folder, length, modified, tag, text);
    }

    private static Optional<Instant> instant(String text) {
      try {
        return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
      } catch (DateTimeException unreadable) {
        return Optional.empty();
      }
    }
  }
}
