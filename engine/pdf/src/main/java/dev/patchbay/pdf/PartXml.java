package dev.patchbay.pdf;

import javax.xml.stream.XMLInputFactory;

/** How parts of documents are read. */
public final class PartXml {
  private PartXml() {}

  /** The JDK's own parser, as libraries bring others; it resolves no entity. */
  public static XMLInputFactory input() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
