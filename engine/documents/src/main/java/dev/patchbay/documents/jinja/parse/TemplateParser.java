package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.tree.Node;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a tree of segments. A tag that is wrong is complained of and left out; then the tags that
 * belong to it are, too. Not thread-safe; for one template.
 */
public final class TemplateParser {
  private static final int DEEPEST = 60;

  private final List<Segment> segments;
  private final Complaints complaints;
  private final Map<String, List<Node>> blocks = new HashMap<>();
  private final Deque<LeftOut> leftOut = new ArrayDeque<>();
  private int next;
  private int depth;

  /**
   * A tag that was left out though others belong to it.
   *
   * @param end the word of the tag that ends it
   */
  private record LeftOut(String end, int depth) {}

  public TemplateParser(List<Segment> segments, Complaints complaints) {
    this.segments = Whitespace.trimmed(segments);
    this.complaints = complaints;
  }

  public List<Node> all() {
    var nodes = new ArrayList<>(body(Set.of()));
    while (next < segments.size() && segments.get(next) instanceof Segment.Tag tag) {
      complaints.add(new PlacedFault(StatementNames.unexpected(tag.word()), tag.place()));
      next++;
      nodes.addAll(body(Set.of()));
    }
    return List.copyOf(nodes);
  }

  /** Bodies of its blocks, by name; all of them once everything is read. */
  public Map<String, List<Node>> blocks() {
    return blocks;
  }

  void addBlock(String name, List<Node> body) {
    if (blocks.putIfAbsent(name, body) != null) {
      throw new Fault(
          "there are two blocks “" + name + "”",
          "Give this one another name, or write {{ self." + name + "() }} instead of it.");
    }
  }

  Complaints complaints() {
    return complaints;
  }

  /** Nodes up to a tag that begins with one of these words, which is left to be read. */
  List<Node> body(Set<String> ends) {
    if (depth == DEEPEST) {
      throw new Fault("tags are nested more than " + DEEPEST + " levels deep", "Make it simpler.");
    }
    depth++;
    var nodes = new ArrayList<Node>();
    try {
      while (next < segments.size()) {
        var segment = segments.get(next);
        if (belongsToOneLeftOut(segment)) {
          next++;
        } else if (isEnd(segment, ends)) {
          break;
        } else {
          next++;
          add(nodes, segment);
        }
      }
    } finally {
      depth--;
    }
    return List.copyOf(nodes);
  }

  private boolean belongsToOneLeftOut(Segment segment) {
    var one = leftOut.peek();
    if (one == null
        || one.depth() != depth
        || !(segment instanceof Segment.Tag tag)
        || tag.kind() != Segment.Kind.STATEMENT) {
      return false;
    }
    if (tag.word().equals(one.end())) {
      leftOut.pop();
      return true;
    }
    return BlockTags.continues(tag.word());
  }

  private static boolean isEnd(Segment segment, Set<String> ends) {
    return segment instanceof Segment.Tag tag
        && tag.kind() == Segment.Kind.STATEMENT
        && (ends.contains(tag.word()) || BlockTags.isPart(tag.word()));
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
      if (BlockTags.opens(tag)) {
        leftOut.push(new LeftOut(BlockTags.end(tag.word()), depth));
      }
      complaints.add(new PlacedFault(fault, tag.place()));
    } catch (PlacedFault inside) {
      complaints.add(inside);
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
        && ends.contains(tag.word())) {
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
        case Segment.Tag tag when tag.word().equals("endraw") -> {
          return text.toString();
        }
        case Segment.Tag tag -> text.append(tag.place().typed());
      }
    }
    throw new PlacedFault(
        new Fault("the tag is opened here and never closed", "Add {% endraw %}."), start.place());
  }
}
