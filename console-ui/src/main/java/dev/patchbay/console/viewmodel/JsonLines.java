package dev.patchbay.console.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON indented by two spaces, as tokens to colour. */
public final class JsonLines {
  /** What a token is. */
  public enum Kind {
    NAME("json-name"),
    STRING("json-string"),
    LITERAL("json-literal"),
    SIGN("json-sign");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    /** Style class that colours it. */
    public String style() {
      return style;
    }
  }

  /** A piece of the text. */
  public record Token(Kind kind, String text) {}

  private final List<Token> tokens = new ArrayList<>();

  private JsonLines() {}

  /** The tokens of a JSON value, in order. */
  public static List<Token> of(Map<String, Object> json) {
    var lines = new JsonLines();
    lines.value(json, 0);
    return lines.tokens;
  }

  /** The tokens as one text. */
  public static String plain(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }

  private void value(@Nullable Object value, int depth) {
    switch (value) {
      case Map<?, ?> object when object.isEmpty() -> sign("{}");
      case List<?> array when array.isEmpty() -> sign("[]");
      case Map<?, ?> object -> object(object, depth);
      case List<?> array -> array(array, depth);
      case String string -> tokens.add(new Token(Kind.STRING, quoted(string)));
      case null, default -> tokens.add(new Token(Kind.LITERAL, String.valueOf(value)));
    }
  }

  private void object(Map<?, ?> object, int depth) {
    sign("{");
    int left = object.size();
    for (var member : object.entrySet()) {
      newLine(depth + 1);
      tokens.add(new Token(Kind.NAME, quoted(String.valueOf(member.getKey()))));
      sign(": ");
      value(member.getValue(), depth + 1);
      sign(--left > 0 ? "," : "");
    }
    newLine(depth);
    sign("}");
  }

  private void array(List<?> array, int depth) {
    sign("[");
    int left = array.size();
    for (var item : array) {
      newLine(depth + 1);
      value(item, depth + 1);
      sign(--left > 0 ? "," : "");
    }
    newLine(depth);
    sign("]");
  }

  private void newLine(int depth) {
    sign("\n" + "  ".repeat(depth));
  }

  private void sign(String sign) {
    if (!sign.isEmpty()) {
      tokens.add(new Token(Kind.SIGN, sign));
    }
  }

  private static String quoted(String text) {
    var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
