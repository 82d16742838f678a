package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.parse.Segments;
import dev.patchbay.documents.jinja.parse.TagCount;
import dev.patchbay.documents.jinja.parse.TagScanner;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the tags in a part, which Word may have split over any number of runs. A tag goes where it
 * begins; what stood between its pieces goes, unless the document would fall apart.
 */
public final class TagFinder {
  private final List<Piece> pieces;
  private final Complaints complaints;
  private final TagCount count;
  private final Whereabouts whereabouts;
  private final StringBuilder joined = new StringBuilder();
  private final List<Leaf> leaves = new ArrayList<>();

  /** Where the texts of each paragraph end in the joined text. */
  private final Map<Integer, Integer> paragraphEnds = new HashMap<>();

  /** Kinds of tags, by the second character, of which none ends any more. */
  private final Set<Character> unclosed = new HashSet<>();

  /** Pieces that the whereabouts have passed. */
  private int passed;

  /** A text, and where it lies in the joined text. */
  private record Leaf(int piece, int from, int to, int paragraph) {}

  private TagFinder(List<Piece> pieces, String part, Complaints complaints, TagCount count) {
    this.pieces = pieces;
    this.whereabouts = new Whereabouts(part);
    this.complaints = complaints;
    this.count = count;
  }

  /** The pieces with tags as pieces of their own; one that does not end stays text. */
  public static List<Piece> find(
      List<Piece> pieces, String part, Complaints complaints, TagCount count) {
    var finder = new TagFinder(pieces, part, complaints, count);
    finder.join();
    return finder.leaves.isEmpty() ? pieces : finder.separated();
  }

  private void join() {
    int paragraph = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Close(var name) && name.endsWith(":p")) {
        paragraph++;
      }
      if (Pieces.isLeaf(pieces, i) && pieces.get(i) instanceof Piece.Text(var text)) {
        int from = joined.length();
        joined.append(text);
        leaves.add(new Leaf(i, from, joined.length(), paragraph));
        paragraphEnds.put(paragraph, joined.length());
      }
    }
  }

  private List<Piece> separated() {
    var out = new ArrayList<Piece>(pieces.size());
    int next = 0;
    int start = TagScanner.start(joined, 0);
    for (int k = 0; k < leaves.size(); k++) {
      out.addAll(pieces.subList(next, leaves.get(k).piece()));
      int at = leaves.get(k).from();
      while (start >= 0 && start < leaves.get(k).to()) {
        var leaf = leaves.get(k);
        int end = end(leaf, start);
        if (end < 0) {
          start = TagScanner.start(joined, start + 2);
          continue;
        }
        count.add();
        addText(out, joined.substring(at, start));
        out.add(new Piece.Tag(tag(start, end, where(leaf))));
        k = leafOf(end, k);
        if (leaves.get(k).piece() != leaf.piece()) {
          out.addAll(Bridges.kept(pieces.subList(leaf.piece() + 1, leaves.get(k).piece())));
        }
        at = end;
        start = TagScanner.start(joined, end);
      }
      addText(out, joined.substring(at, leaves.get(k).to()));
      next = leaves.get(k).piece() + 1;
    }
    out.addAll(pieces.subList(next, pieces.size()));
    return out;
  }

  private static void addText(List<Piece> out, String text) {
    if (!text.isEmpty()) {
      out.add(new Piece.Text(text));
    }
  }

  /** Below 0 for a tag without an end. */
  private int end(Leaf leaf, int start) {
    char kind = joined.charAt(start + 1);
    int paragraphEnd = paragraphEnds.getOrDefault(leaf.paragraph(), joined.length());
    int end = unclosed.contains(kind) ? -1 : TagScanner.end(joined, start, paragraphEnd);
    if (end < 0) {
      unclosed.add(kind);
      var typed = joined.substring(start, Math.min(paragraphEnd, start + 80));
      complaints.add(
          new PlacedFault(Segments.unclosed(typed), new Place(where(leaf), typed, start)));
    }
    return end;
  }

  /** Asked for leaves in their order only. */
  private String where(Leaf leaf) {
    while (passed <= leaf.piece()) {
      whereabouts.pass(pieces.get(passed));
      passed++;
    }
    return whereabouts.here();
  }

  private int leafOf(int end, int from) {
    int k = from;
    while (leaves.get(k).to() < end) {
      k++;
    }
    return k;
  }

  private Segment.Tag tag(int start, int end, String where) {
    var tag = Segments.tag(joined.substring(start, end), where, start);
    return new Segment.Tag(
        tag.kind(),
        TagScanner.straight(tag.body()),
        tag.trimBefore(),
        tag.trimAfter(),
        tag.place());
  }
}
