package dev.patchbay.documents.jinja;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes a tree of segments. Not thread-safe; for one template. */
final class TemplateParser {
  private static final int DEEPEST = 60;

  private final List<Segment> segments;
  private int next;
  private int depth;

  TemplateParser(List<Segment> segments) {
    this.segments = Whitespace.trimmed(segments);
  }

  List<Node> all() {
    var body = body(Set.of());
    if (next < segments.size() && segments.get(next) instanceof Segment.Tag tag) {
      throw new PlacedFault(StatementNames.unexpected(word(tag)), tag.place());
    }
    return body;
  }

  /** Nodes up to a tag that begins with one of these words, which is left to be read. */
  List<Node> body(Set<String> ends) {
    if (++depth > DEEPEST) {
      throw new Fault("tags are nested more than " + DEEPEST + " levels deep", "Make it simpler.");
    }
    var nodes = new ArrayList<Node>();
    while (next < segments.size() && !isEnd(segments.get(next), ends)) {
      add(nodes, segments.get(next++));
    }
    depth--;
    return List.copyOf(nodes);
  }

  private static boolean isEnd(Segment segment, Set<String> ends) {
    return segment instanceof Segment.Tag tag
        && tag.kind() == Segment.Kind.STATEMENT
        && (ends.contains(word(tag)) || StatementNames.isPart(word(tag)));
  }

  /** The first word of a statement. */
  static String word(Segment.Tag tag) {
    var body = tag.body().strip();
    int end = 0;
    while (end < body.length() && Character.isJavaIdentifierPart(body.charAt(end))) {
      end++;
    }
    return body.substring(0, end);
  }

  private void add(List<Node> nodes, Segment segment) {
    switch (segment) {
      case Segment.Text(var text) -> {
        if (!text.isEmpty()) {
          nodes.add(new Node.Text(text));
        }
      }
      case Segment.Tag tag -> add(nodes, tag);
    }
  }

  private void add(List<Node> nodes, Segment.Tag tag) {
    try {
      switch (tag.kind()) {
        case COMMENT -> {}
        case PRINT -> nodes.add(print(tag));
        case STATEMENT -> nodes.add(new StatementParser(this, tag).statement());
      }
    } catch (Fault fault) {
      throw new PlacedFault(fault, tag.place());
    }
  }

  private static Node print(Segment.Tag tag) {
    var tokens = new Tokens(tag.body());
    if (tokens.atEnd()) {
      throw new Fault("the tag is empty", "Type a name between the braces, or take them out.");
    }
    var value = new ExpressionParser(tokens).expressions();
    tokens.needEnd();
    return new Node.Print(value, tag.place());
  }

  /** The end or middle tag of a statement, which must come next. */
  Segment.Tag end(Segment.Tag start, Set<String> ends) {
    if (next < segments.size()
        && segments.get(next) instanceof Segment.Tag tag
        && ends.contains(word(tag))) {
      next++;
      return tag;
    }
    var needed = ends.stream().filter(end -> end.startsWith("end")).findFirst().orElseThrow();
    var fault =
        new Fault(
            "the tag is opened here and never closed",
            "Add {% " + needed + " %} where it shall end, or take this tag out.");
    if (next < segments.size() && segments.get(next) instanceof Segment.Tag tag) {
      fault =
          new Fault(
              "“" + tag.place().typed() + "” comes before this tag is closed",
              "Close this one first, with {% " + needed + " %}, or mend the order of the tags.");
    }
    throw new PlacedFault(fault, start.place());
  }

  /** The source up to {@code endraw}, untouched. */
  String raw(Segment.Tag start) {
    var text = new StringBuilder();
    while (next < segments.size()) {
      switch (segments.get(next++)) {
        case Segment.Text(var plain) -> text.append(plain);
        case Segment.Tag tag when word(tag).equals("endraw") -> {
          return text.toString();
        }
        case Segment.Tag tag -> text.append(tag.place().typed());
      }
    }
    throw new PlacedFault(
        new Fault("the tag is opened here and never closed", "Add {% endraw %}."), start.place());
  }
}
