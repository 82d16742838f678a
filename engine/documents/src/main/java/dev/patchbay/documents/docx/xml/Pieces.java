package dev.patchbay.documents.docx.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes well-formed XML apart without loss. */
public final class Pieces {
  private Pieces() {}

  /** The pieces of XML that was checked to be well-formed. */
  public static List<Piece> of(String xml) {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    while (at < xml.length()) {
      int end = xml.charAt(at) == '<' ? markupEnd(xml, at) : textEnd(xml, at);
      pieces.add(piece(xml.substring(at, end)));
      at = end;
    }
    return pieces;
  }

  private static int textEnd(String xml, int from) {
    int end = xml.indexOf('<', from);
    return end < 0 ? xml.length() : end;
  }

  private static int markupEnd(String xml, int from) {
    if (xml.startsWith("<!--", from)) {
      return xml.indexOf("-->", from) + 3;
    }
    if (xml.startsWith("<![CDATA[", from)) {
      return xml.indexOf("]]>", from) + 3;
    }
    if (xml.startsWith("<?", from)) {
      return xml.indexOf("?>", from) + 2;
    }
    char quote = 0;
    for (int i = from; i < xml.length(); i++) {
      char c = xml.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return xml.length();
  }

  private static Piece piece(String raw) {
    if (raw.charAt(0) != '<') {
      return new Piece.Text(XmlText.unescape(raw));
    }
    if (raw.startsWith("<![CDATA[")) {
      return new Piece.Text(raw.substring(9, raw.length() - 3));
    }
    return switch (raw.charAt(1)) {
      case '!', '?' -> new Piece.Other(raw);
      case '/' -> new Piece.Close(raw.substring(2, raw.length() - 1).strip());
      default -> new Piece.Open(name(raw), raw);
    };
  }

  private static String name(String raw) {
    int end = 1;
    while (!Character.isWhitespace(raw.charAt(end))
        && raw.charAt(end) != '>'
        && raw.charAt(end) != '/') {
      end++;
    }
    return raw.substring(1, end);
  }

  public static String written(List<Piece> pieces) {
    var out = new StringBuilder();
    pieces.forEach(piece -> out.append(piece.raw()));
    return out.toString();
  }

  /** Whether this is the only text of an element. */
  public static boolean isLeaf(List<Piece> pieces, int i) {
    return pieces.get(i) instanceof Piece.Text
        && i > 0
        && pieces.get(i - 1) instanceof Piece.Open open
        && !open.isEmpty()
        && i + 1 < pieces.size()
        && pieces.get(i + 1) instanceof Piece.Close;
  }

  /** From the start tag to the end tag of an element. */
  public record Span(int open, int close) {}

  /** The nearest element of this name around a place. */
  public static Optional<Span> around(List<Piece> pieces, int at, String name) {
    int depth = 0;
    for (int i = at; i >= 0; i--) {
      if (pieces.get(i) instanceof Piece.Close(var closed) && closed.equals(name) && i < at) {
        depth++;
      } else if (isStart(pieces.get(i), name) && depth-- == 0) {
        return Optional.of(new Span(i, close(pieces, i)));
      }
    }
    return Optional.empty();
  }

  public static boolean isStart(Piece piece, String name) {
    return piece instanceof Piece.Open open && open.name().equals(name) && !open.isEmpty();
  }

  /** Where an element that starts here ends. */
  public static int close(List<Piece> pieces, int open) {
    if (!(pieces.get(open) instanceof Piece.Open start) || start.isEmpty()) {
      return open;
    }
    int depth = 0;
    for (int i = open; i < pieces.size(); i++) {
      if (isStart(pieces.get(i), start.name())) {
        depth++;
      } else if (pieces.get(i) instanceof Piece.Close(var name)
          && name.equals(start.name())
          && --depth == 0) {
        return i;
      }
    }
    throw new IllegalStateException("an element without an end");
  }

  /** The child of this name of the element that starts here. */
  public static Optional<Span> child(List<Piece> pieces, int open, String name) {
    int end = close(pieces, open);
    for (int i = open + 1; i < end; i = close(pieces, i) + 1) {
      if (pieces.get(i) instanceof Piece.Open start && start.name().equals(name)) {
        return Optional.of(new Span(i, close(pieces, i)));
      }
    }
    return Optional.empty();
  }

  /** An attribute of a start tag. */
  public static Optional<String> attribute(String raw, String name) {
    var match =
        Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
            .matcher(raw);
    return match.find()
        ? Optional.of(XmlText.unescape(match.group(1) != null ? match.group(1) : match.group(2)))
        : Optional.empty();
  }

  /** The start tag with this attribute, new or changed. */
  public static String withAttribute(String raw, String name, String value) {
    var fresh = " " + name + "=\"" + XmlText.attribute(value) + "\"";
    var match =
        Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=\\s*(?:\"[^\"]*\"|'[^']*')")
            .matcher(raw);
    if (match.find()) {
      return raw.substring(0, match.start()) + fresh + raw.substring(match.end());
    }
    int end = raw.endsWith("/>") ? raw.length() - 2 : raw.length() - 1;
    return raw.substring(0, end) + fresh + raw.substring(end);
  }
}
