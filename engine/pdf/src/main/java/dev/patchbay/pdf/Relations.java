package dev.patchbay.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/** Parts of a document that say what its other parts refer to (ECMA-376, part 2, 9.3). */
final class Relations {
  /** Nobody can fetch it. */
  private static final String NOWHERE = "urn:patchbay:left-out";

  private static final QName TARGET = new QName("Target");
  private static final QName MODE = new QName("TargetMode");
  private static final QName TYPE = new QName("Type");
  private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

  private Relations() {}

  /**
   * The same relations, but those that reach outside lead nowhere, unless they are links that a
   * reader clicks. They are kept, as the document names them.
   */
  static byte[] withinTheDocument(byte[] relations) throws XMLStreamException {
    var reader = PartXml.input().createXMLEventReader(new ByteArrayInputStream(relations));
    var bytes = new ByteArrayOutputStream();
    var writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(bytes, "UTF-8");
    while (reader.hasNext()) {
      var event = reader.nextEvent();
      if (!event.isStartDocument()) {
        writer.add(event.isStartElement() ? within(event.asStartElement()) : event);
      }
    }
    writer.close();
    return bytes.toByteArray();
  }

  private static XMLEvent within(StartElement relation) {
    if (!value(relation, MODE).equalsIgnoreCase("External")
        || value(relation, TYPE).endsWith("/hyperlink")) {
      return relation;
    }
    var kept = new ArrayList<Attribute>();
    relation.getAttributes().forEachRemaining(each -> kept.add(inside(each)));
    return EVENTS.createStartElement(relation.getName(), kept.iterator(), relation.getNamespaces());
  }

  private static Attribute inside(Attribute attribute) {
    return attribute.getName().equals(TARGET) ? EVENTS.createAttribute(TARGET, NOWHERE) : attribute;
  }

  private static String value(StartElement element, QName name) {
    var attribute = element.getAttributeByName(name);
    return attribute == null ? "" : attribute.getValue();
  }
}
