package dev.patchbay.documents.docx.opc;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML for nothing but to see whether it can be read. */
public final class WellFormed {
  private static final int DEEPEST = 500;

  private WellFormed() {}

  /** Whether it is XML with all names declared, without a DTD, and not nested too deep. */
  public static boolean is(String xml) {
    try {
      var reader = factory().createXMLStreamReader(new StringReader(xml));
      int depth = 0;
      while (reader.hasNext()) {
        depth += change(reader.next());
        if (depth > DEEPEST) {
          return false;
        }
      }
      reader.close();
      return true;
    } catch (XMLStreamException broken) {
      return false;
    }
  }

  private static int change(int event) {
    return switch (event) {
      case XMLStreamReader.START_ELEMENT -> 1;
      case XMLStreamReader.END_ELEMENT -> -1;
      case XMLStreamReader.DTD -> DEEPEST + 1;
      default -> 0;
    };
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
