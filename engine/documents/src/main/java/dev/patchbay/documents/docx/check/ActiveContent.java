package dev.patchbay.documents.docx.check;

import dev.patchbay.documents.docx.xml.Piece;
import dev.patchbay.documents.docx.xml.XmlText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of a part does something when the document is opened or clicked: fields, links, embedded
 * objects. By local names, as prefixes are anybody's choice.
 *
 * @param fields their instructions
 * @param others elements and attributes as they are written
 */
public record ActiveContent(Set<String> fields, Set<String> others) {
  private static final Set<String> ELEMENTS =
      Set.of(
          "altChunk",
          "control",
          "hlinkClick",
          "hlinkHover",
          "hyperlink",
          "movie",
          "object",
          "OLEObject",
          "subDoc");

  /** Attributes by which drawings link, or show what lies elsewhere. */
  private static final Pattern LINK =
      Pattern.compile("\\s(?:\\w+:)?(?:href|link|src)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

  private static final Pattern REFERENCE =
      Pattern.compile("\\s(?:\\w+:)?(?:id|link)\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");
  private static final Pattern INSTRUCTION =
      Pattern.compile("\\s(?:\\w+:)?instr\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern KIND =
      Pattern.compile("\\s(?:\\w+:)?fldCharType\\s*=\\s*[\"'](\\w+)[\"']");

  public ActiveContent {
    fields = Set.copyOf(fields);
    others = Set.copyOf(others);
  }

  public static ActiveContent of(List<Piece> pieces) {
    var reading = new Reading();
    pieces.forEach(reading::take);
    reading.end();
    return new ActiveContent(reading.fields, reading.others);
  }

  /** Whether it is, by its local name, a part of a field. */
  public static boolean isOfField(String local) {
    return local.equals("fldChar") || local.equals("fldSimple") || isInstruction(local);
  }

  private static boolean isInstruction(String local) {
    return local.equals("instrText") || local.equals("delInstrText");
  }

  public static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  /** One that is here and not there, if there is any. */
  public Optional<String> besides(ActiveContent there) {
    var fresh = new TreeSet<>(fields);
    fresh.removeAll(there.fields);
    var others = new TreeSet<>(this.others);
    others.removeAll(there.others);
    return fresh.stream().findFirst().or(() -> others.stream().findFirst());
  }

  private static String all(Pattern attributes, String raw) {
    return attributes
        .matcher(raw)
        .results()
        .map(MatchResult::group)
        .sorted()
        .collect(Collectors.joining());
  }

  /** A field that was begun. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();

    /** Whether what stands in it now is what it shows. */
    private boolean shows;
  }

  /** On the way through a part. */
  private static final class Reading {
    private final Set<String> fields = new TreeSet<>();
    private final Set<String> others = new TreeSet<>();

    /** The fields around, the innermost first. */
    private final Deque<Field> open = new ArrayDeque<>();

    private boolean inInstruction;
    private boolean inText;

    void take(Piece piece) {
      switch (piece) {
        case Piece.Open(var name, var raw) -> take(local(name), raw);
        case Piece.Close(var name) -> close(local(name));
        case Piece.Text(var text) when inInstruction -> instruct(text);
        case Piece.Text(var text) when inText -> show(text);
        default -> {}
      }
    }

    private void take(String local, String raw) {
      inInstruction |= isInstruction(local) && !raw.endsWith("/>");
      inText |= local.equals("t") && !raw.endsWith("/>");
      switch (local) {
        case "fldSimple" -> INSTRUCTION.matcher(raw).results().forEach(this::simple);
        case "fldChar" -> KIND.matcher(raw).results().forEach(kind -> turn(kind.group(1)));
        default -> {
          if (ELEMENTS.contains(local)) {
            others.add(local + all(REFERENCE, raw));
          }
        }
      }
      if (LINK.matcher(raw).find()) {
        others.add(local + all(LINK, raw));
      }
    }

    private void close(String local) {
      inInstruction &= !isInstruction(local);
      inText &= !local.equals("t");
    }

    private void simple(MatchResult field) {
      var instruction = field.group(1) == null ? field.group(2) : field.group(1);
      fields.add(XmlText.unescape(instruction).strip());
    }

    private void instruct(String text) {
      if (open.isEmpty()) {
        fields.add(text.strip());
      } else {
        open.peek().instruction.append(text);
      }
    }

    /** What a field shows that stands in the instruction of another is a part of that one's. */
    private void show(String text) {
      open.stream()
          .filter(field -> !field.shows)
          .findFirst()
          .ifPresent(field -> field.instruction.append(text));
    }

    /** A field begins, shows its result or ends. */
    private void turn(String kind) {
      switch (kind) {
        case "begin" -> open.push(new Field());
        case "separate" -> showing(open.peek());
        case "end" -> told(open.poll());
        default -> {}
      }
    }

    /** Fields that do not end are fields to readers that forgive. */
    void end() {
      open.forEach(this::told);
    }

    private void showing(@Nullable Field field) {
      told(field);
      if (field != null) {
        field.shows = true;
      }
    }

    private void told(@Nullable Field field) {
      if (field != null && !field.instruction.isEmpty()) {
        fields.add(field.instruction.toString().strip());
        field.instruction.setLength(0);
      }
    }
  }
}
