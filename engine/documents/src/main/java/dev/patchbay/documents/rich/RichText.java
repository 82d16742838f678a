package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Markup;
import java.util.List;

/** Text with looks of its own, shown by a tag with r behind its braces. */
public record RichText(List<Span> spans) implements RichValue {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** Copies. */
  public RichText {
    spans = List.copyOf(spans);
  }

  /** A part of it: text with one look, or rich text again. */
  public sealed interface Span {
    /** Plain text, is escaped. */
    record Plain(String text, Look look) implements Span {}

    /** Rich text inside rich text keeps its looks. */
    record Nested(RichText text) implements Span {}
  }

  @Override
  public String markup(Surroundings part) {
    var out = new StringBuilder();
    for (var span : spans) {
      switch (span) {
        case Span.Nested(var text) -> out.append(text.markup(part));
        case Span.Plain(var text, var look) -> out.append(run(text, look, part));
      }
    }
    return out.toString();
  }

  private static String run(String text, Look look, Surroundings part) {
    var run =
        "<w:r>"
            + look.markup()
            + "<w:t xml:space=\"preserve\">"
            + Markup.escape(text)
            + "</w:t></w:r>";
    return look.url().isEmpty()
        ? run
        : "<w:hyperlink xmlns:r=\""
            + RELATIONS
            + "\" r:id=\""
            + part.link(look.url())
            + "\" w:tgtFrame=\"_blank\">"
            + run
            + "</w:hyperlink>";
  }
}
