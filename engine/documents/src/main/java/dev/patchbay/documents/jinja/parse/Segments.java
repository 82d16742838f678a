package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;

/** Takes plain text apart into text and tags. */
public final class Segments {
  private Segments() {}

  /** The segments of a text; an unclosed tag is refused. */
  public static List<Segment> of(String source, String where) {
    return of(source, where, new TagCount());
  }

  /** The segments of a text whose tags are counted with others. */
  public static List<Segment> of(String source, String where, TagCount count) {
    var segments = new ArrayList<Segment>();
    int from = 0;
    while (true) {
      int start = TagScanner.start(source, from);
      if (start < 0) {
        segments.add(new Segment.Text(source.substring(from)));
        return segments;
      }
      int end = TagScanner.end(source, start, source.length());
      if (end < 0) {
        throw unclosed(source.substring(start));
      }
      count.add();
      segments.add(new Segment.Text(source.substring(from, start)));
      segments.add(tag(source.substring(start, end), where, start));
      from = end;
    }
  }

  /** The fault of a tag without an end. */
  public static Fault unclosed(String typed) {
    var close = typed.startsWith("{{") ? "}}" : typed.startsWith("{%") ? "%}" : "#}";
    return new Fault("the tag is not closed", "Type “" + close + "” at its end.");
  }

  /**
   * Reads a whole tag, from bracket to bracket.
   *
   * @param offset how much text of its part stands before it
   */
  public static Segment.Tag tag(String typed, String where, int offset) {
    var kind =
        switch (typed.charAt(1)) {
          case '{' -> Segment.Kind.PRINT;
          case '%' -> Segment.Kind.STATEMENT;
          default -> Segment.Kind.COMMENT;
        };
    var body = typed.substring(2, typed.length() - 2);
    boolean before = body.startsWith("-");
    boolean after = body.length() > 1 && body.endsWith("-");
    boolean plus = body.startsWith("+");
    body = body.substring(before || plus ? 1 : 0, body.length() - (after ? 1 : 0));
    return new Segment.Tag(kind, body, before, after, new Place(where, typed, offset));
  }
}
