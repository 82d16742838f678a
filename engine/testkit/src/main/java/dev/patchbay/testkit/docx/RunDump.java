package dev.patchbay.testkit.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Text and formatting of one run. */
final class RunDump {
  private static final String DRAWING =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";

  private RunDump() {}

  static String format(Element run) {
    var out = new ArrayList<String>();
    for (var properties : Dom.children(run, "rPr").stream().limit(1).toList()) {
      for (var each : Dom.elements(properties)) {
        if (!List.of("lang", "noProof").contains(each.getLocalName())) {
          out.add(format(each, each.getLocalName()));
        }
      }
    }
    return String.join("|", out);
  }

  private static String format(Element property, String name) {
    if (name.equals("rFonts")) {
      return name + "=" + fonts(property);
    }
    var attribute = name.equals("shd") ? "fill" : "val";
    return property.hasAttributeNS(Dom.W, attribute)
        ? name + "=" + Dom.attribute(property, attribute)
        : name;
  }

  private static String fonts(Element property) {
    var fonts = new TreeMap<String, String>();
    for (int i = 0; i < property.getAttributes().getLength(); i++) {
      var each = property.getAttributes().item(i);
      fonts.put(each.getLocalName(), each.getNodeValue());
    }
    return String.join(
        ",", fonts.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
  }

  static String text(Element run) {
    var text = new StringBuilder();
    Dom.all(run).forEach(each -> text.append(shown(each)));
    return text.toString();
  }

  private static String shown(Element each) {
    if (DRAWING.equals(each.getNamespaceURI()) && each.getLocalName().equals("extent")) {
      return "{IMG " + each.getAttribute("cx") + "x" + each.getAttribute("cy") + "}";
    }
    if (!Dom.W.equals(each.getNamespaceURI())) {
      return "";
    }
    return switch (each.getLocalName()) {
      case "t" -> each.getTextContent();
      case "tab" -> each.hasAttributeNS(Dom.W, "pos") ? "" : "\t";
      case "br", "cr" -> Dom.attribute(each, "type").equals("page") ? "\f" : "\n";
      case "noBreakHyphen" -> "-";
      case "footnoteReference" -> "{FN " + Dom.attribute(each, "id") + "}";
      case "commentReference" -> "{CMT " + Dom.attribute(each, "id") + "}";
      default -> "";
    };
  }
}
