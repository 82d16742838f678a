package dev.patchbay.testkit.docx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML as a tree. */
final class Dom {
  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private Dom() {}

  static Element root(byte[] xml) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new AssertionError("a part is no XML: " + broken.getMessage(), broken);
    }
  }

  static List<Element> elements(Node parent) {
    var elements = new ArrayList<Element>();
    for (var each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** Children of WordprocessingML with this name. */
  static List<Element> children(Node parent, String name) {
    return elements(parent).stream().filter(each -> is(each, name)).toList();
  }

  static boolean is(Element element, String name) {
    return W.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** The elements inside, and the element itself, in the order of the file. */
  static List<Element> all(Element root) {
    var all = new ArrayList<Element>(List.of(root));
    elements(root).forEach(each -> all.addAll(all(each)));
    return all;
  }

  /** An attribute of WordprocessingML, empty where there is none. */
  static String attribute(Element element, String name) {
    return element.getAttributeNS(W, name);
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\f", "\\f")
        .replace("\r", "\\r");
  }
}
