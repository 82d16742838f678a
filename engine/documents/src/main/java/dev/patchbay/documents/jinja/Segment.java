package dev.patchbay.documents.jinja;

/** A piece of a template's source: plain text, or a tag. */
public sealed interface Segment {
  /** Text that is put out as it is. */
  record Text(String text) implements Segment {}

  /**
   * A tag.
   *
   * @param kind what it does
   * @param body between the brackets, with straight quotes and without escapes
   * @param trimBefore whether white space before it goes
   * @param trimAfter whether white space behind it goes
   * @param place where it stands, for errors
   */
  record Tag(Kind kind, String body, boolean trimBefore, boolean trimAfter, Place place)
      implements Segment {
    /** The first word of a statement: {@code if}, {@code endfor}. */
    public String word() {
      var text = body.strip();
      int end = 0;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      return text.substring(0, end);
    }
  }

  /** Kinds of tags. */
  enum Kind {
    PRINT,
    STATEMENT,
    COMMENT
  }
}
