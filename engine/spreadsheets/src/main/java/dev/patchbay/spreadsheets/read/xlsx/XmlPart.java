package dev.patchbay.spreadsheets.read.xlsx;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * One XML part, read forward. Elements and attributes are told apart by their local names, for
 * prefixes and namespaces differ among producers. A document type is refused before anything of it
 * can be expanded, and nothing outside of the part is ever asked for.
 */
final class XmlPart implements AutoCloseable {
  private static final int DEEPEST = 200;

  private final String name;
  private final InputStream bytes;
  private final XMLStreamReader2 xml;
  private final NameCount names = new NameCount();
  private int depth;

  private XmlPart(String name, InputStream bytes, XMLStreamReader2 xml) {
    this.name = name;
    this.bytes = bytes;
    this.xml = xml;
  }

  /** One for each part: a factory remembers all names it ever saw, those made to fill it, too. */
  private static InputFactoryImpl factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  /** Begins to read; closes the bytes whatever happens. */
  static XmlPart open(String name, InputStream bytes) throws IOException {
    try {
      var whole = Prolog.checked(name, bytes);
      var reader = (XMLStreamReader2) factory().createXMLStreamReader(whole);
      return new XmlPart(name, bytes, reader);
    } catch (XMLStreamException | IOException | RuntimeException e) {
      bytes.close();
      throw unreadable(name, e);
    }
  }

  /** Goes on to the next start or end of an element or piece of text; false at the end. */
  boolean next() throws Refusal {
    while (advance()) {
      switch (xml.getEventType()) {
        case XMLStreamConstants.START_ELEMENT -> {
          deeper();
          countNames();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw Prolog.unsafe(name);
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(xml.getPITarget());
        default -> {
          // comments mean nothing here
        }
      }
    }
    return false;
  }

  private boolean advance() throws Refusal {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      xml.next();
      return true;
    } catch (XMLStreamException | RuntimeException e) {
      // The parser meets bytes made to break it; whatever it throws means: this is no sound XML.
      throw unreadable(name, e);
    }
  }

  private void deeper() throws Refusal {
    depth++;
    if (depth > DEEPEST) {
      throw Refusal.damaged("the elements of its part '" + name + "' are nested too deeply");
    }
  }

  private void countNames() throws Refusal {
    count(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      count(xml.getAttributeLocalName(i));
    }
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      var prefix = xml.getNamespacePrefix(i);
      count(prefix == null ? "" : prefix);
    }
  }

  private void count(String each) throws Refusal {
    names.add(each);
    if (names.isTooHigh()) {
      throw Refusal.damaged("its part '" + name + "' uses too many different names");
    }
  }

  private static Refusal unreadable(String name, Exception e) {
    return Refusal.in(e, "its part '" + name + "' is no sound XML");
  }

  boolean isStart() {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean isStart(String element) {
    return isStart() && xml.getLocalName().equals(element);
  }

  boolean isEnd(String element) {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  boolean isText() {
    int event = xml.getEventType();
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  String element() {
    return xml.getLocalName();
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  String attributeName(int index) {
    return xml.getAttributeLocalName(index);
  }

  /** Lets a decoder look at an attribute where it lies, without making a text of it. */
  void decode(int index, TypedValueDecoder decoder) throws Refusal {
    try {
      xml.getAttributeAs(index, decoder);
    } catch (XMLStreamException | RuntimeException e) {
      throw unreadable(name, e);
    }
  }

  /** An attribute by its local name, empty where it is absent. */
  String attribute(String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** An attribute of a namespace other than the element's own, such as {@code r:id}. */
  String foreignAttribute(String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      var namespace = xml.getAttributeNamespace(i);
      if (namespace != null
          && !namespace.isEmpty()
          && xml.getAttributeLocalName(i).equals(attribute)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Adds the present piece of text. */
  void addTextTo(TextBuffer text) throws Refusal {
    try {
      text.add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    } catch (RuntimeException e) {
      throw unreadable(name, e);
    }
  }

  /** Passes over everything up to the end of the present element. */
  void skip() throws Refusal {
    int outside = depth - 1;
    while (depth > outside && next()) {
      // nothing of it is wanted
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
