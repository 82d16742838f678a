package dev.patchbay.documents.docx.tag;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.parse.Segment;
import dev.patchbay.documents.jinja.parse.TagScanner;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tags with p, tr, tc or r behind their bracket: they stand for what is around them. */
public final class PrefixTags {
  private static final Pattern PREFIX =
      Pattern.compile("(p|tr|tc|r)" + TagScanner.SPACE + "+(?=\\S)", Pattern.DOTALL);
  private static final Map<String, String> NAMES =
      Map.of("p", "paragraph", "tr", "row", "tc", "cell");

  private PrefixTags() {}

  /** Changes the list. */
  public static void apply(List<Piece> pieces, Complaints complaints) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Tag tag) {
        var prefix = prefix(tag);
        if (prefix.isPresent()) {
          i =
              prefix.get().equals("r")
                  ? ownRun(pieces, i, tag)
                  : replace(pieces, i, tag, complaints);
        }
      }
    }
  }

  private static Optional<String> prefix(Piece.Tag tag) {
    var match = PREFIX.matcher(tag.tag().body());
    return match.lookingAt() ? Optional.of(match.group(1)) : Optional.empty();
  }

  private static Piece.Tag bare(Piece.Tag tag) {
    var body = PREFIX.matcher(tag.tag().body()).replaceFirst("");
    return new Piece.Tag(new Segment.Tag(tag.tag().kind(), body, false, false, tag.tag().place()));
  }

  /** Ends the run before the tag and begins a plain one behind it. */
  private static int ownRun(List<Piece> pieces, int at, Piece.Tag tag) {
    if (at < 1
        || Pieces.around(pieces, at, "w:t").isEmpty()
        || tag.tag().kind() == Segment.Kind.COMMENT) {
      return at;
    }
    pieces.set(at, bare(tag));
    pieces.addAll(
        at + 1,
        List.of(
            new Piece.Open("w:r", "<w:r>"), new Piece.Open("w:t", "<w:t xml:space=\"preserve\">")));
    pieces.addAll(at, List.of(new Piece.Close("w:t"), new Piece.Close("w:r")));
    return at + 4;
  }

  private static int replace(List<Piece> pieces, int at, Piece.Tag tag, Complaints complaints) {
    var prefix = prefix(tag).orElseThrow();
    var around = Pieces.around(pieces, at, "w:" + prefix);
    if (around.isEmpty()) {
      return at;
    }
    var all = pieces.subList(around.get().open(), around.get().close() + 1);
    var second = second(all, tag, prefix);
    if (second.isPresent()) {
      complaints.add(two(second.get(), tag, prefix));
      pieces.set(at, bare(tag));
      return at;
    }
    all.clear();
    pieces.add(around.get().open(), bare(tag));
    return around.get().open();
  }

  private static Optional<Piece.Tag> second(List<Piece> all, Piece.Tag tag, String prefix) {
    return all.stream()
        .filter(other -> other instanceof Piece.Tag second && !second.equals(tag))
        .map(Piece.Tag.class::cast)
        .filter(second -> prefix(second).filter(prefix::equals).isPresent())
        .findFirst();
  }

  private static PlacedFault two(Piece.Tag second, Piece.Tag tag, String prefix) {
    var typed = second.tag().place().typed();
    var around = NAMES.get(prefix);
    return new PlacedFault(
        new Fault(
            "“" + typed + "” stands in the same " + around,
            "Give each of the two tags a " + around + " of its own."),
        tag.tag().place());
  }
}
