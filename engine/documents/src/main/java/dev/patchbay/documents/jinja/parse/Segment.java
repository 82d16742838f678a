package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.tree.Place;
import java.util.regex.Pattern;

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
    private static final Pattern WORD =
        Pattern.compile(TagScanner.SPACE + "*+(\\p{javaJavaIdentifierPart}++)");

    /** The first word of a statement: {@code if}, {@code endfor}. */
    public String word() {
      var word = WORD.matcher(body);
      return word.lookingAt() ? word.group(1) : "";
    }
  }

  /** Kinds of tags. */
  enum Kind {
    PRINT,
    STATEMENT,
    COMMENT
  }
}
