package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Markup;
import java.util.List;

/** Paragraphs with styles of their own, shown by a tag with p behind its braces. */
public record RichParagraphs(List<Paragraph> paragraphs) implements RichValue {
  /** Copies. */
  public RichParagraphs {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * One paragraph.
   *
   * @param text what is in it
   * @param style of the paragraph, empty for none
   */
  public record Paragraph(RichText text, String style) {}

  @Override
  public String markup(Surroundings part) {
    var out = new StringBuilder();
    for (var each : paragraphs) {
      out.append("<w:p>");
      if (!each.style().isEmpty()) {
        out.append("<w:pPr><w:pStyle w:val=\"")
            .append(Markup.escape(each.style()))
            .append("\"/></w:pPr>");
      }
      out.append(each.text().markup(part)).append("</w:p>");
    }
    return out.toString();
  }
}
