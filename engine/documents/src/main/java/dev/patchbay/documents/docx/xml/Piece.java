package dev.patchbay.documents.docx.xml;

import dev.patchbay.documents.jinja.parse.Segment;

/** A piece of an XML part, in the order of the file. */
public sealed interface Piece {
  /** What is written. */
  String raw();

  /** A start tag, also of an empty element ({@code <w:p/>}), which has no {@link Close}. */
  record Open(String name, String raw) implements Piece {
    public boolean isEmpty() {
      return raw.endsWith("/>");
    }
  }

  /** An end tag. */
  record Close(String name) implements Piece {
    @Override
    public String raw() {
      return "</" + name + ">";
    }
  }

  /** Text without escapes. */
  record Text(String text) implements Piece {
    @Override
    public String raw() {
      return XmlText.escape(text);
    }
  }

  /** A tag of the template language. */
  record Tag(Segment.Tag tag) implements Piece {
    @Override
    public String raw() {
      return XmlText.escape(tag.place().typed());
    }

    public String word() {
      return tag.word();
    }
  }

  /** A declaration, comment or instruction; or markup that is made for the output. */
  record Other(String raw) implements Piece {}
}
