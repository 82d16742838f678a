package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the inside of a tag apart into words. */
final class Lexer {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<space>"
              + TagScanner.SPACE
              + "+)"
              + "|(?<float>(?<!\\.)\\d(?:_?\\d)*(?:\\.\\d(?:_?\\d)*(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))"
              + "|(?<integer>0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|\\d(?:_?\\d)*)"
              + "|(?<name>[\\p{L}\\p{Nl}_][\\p{L}\\p{N}\\p{M}_]*)"
              + "|(?<text>'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")"
              + "|(?<sign>//|\\*\\*|==|!=|<=|>=|[-+/*%~\\[\\](){}<>=.:|,;])",
          Pattern.DOTALL);

  private Lexer() {}

  static List<Token> tokens(String body) {
    var tokens = new ArrayList<Token>();
    // 1.0 is no number behind a point: it is two steps into a list of lists
    var word = WORD.matcher(body).useTransparentBounds(true);
    int at = 0;
    while (at < body.length()) {
      if (!word.region(at, body.length()).lookingAt()) {
        throw unreadable(body, at);
      }
      add(tokens, word);
      at = word.end();
    }
    tokens.add(new Token(Token.Kind.END, ""));
    return tokens;
  }

  private static Fault unreadable(String body, int at) {
    var c = Character.toString(body.codePointAt(at));
    return c.equals("'") || c.equals("\"")
        ? new Fault("a text begins with " + c + " and has no end", "Type " + c + " at its end.")
        : new Fault("“" + c + "” means nothing in a tag", "Take it out, or put text in quotes.");
  }

  private static void add(List<Token> tokens, Matcher word) {
    if (word.group("space") != null) {
      return;
    }
    tokens.add(
        word.group("float") != null
            ? new Token(Token.Kind.FLOAT, word.group().replace("_", ""))
            : word.group("integer") != null
                ? new Token(
                    Token.Kind.INTEGER, word.group().replace("_", "").toLowerCase(Locale.ROOT))
                : word.group("name") != null
                    ? new Token(Token.Kind.NAME, word.group())
                    : word.group("text") != null
                        ? new Token(Token.Kind.TEXT, text(word.group()))
                        : new Token(Token.Kind.SIGN, word.group()));
  }

  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|.)", Pattern.DOTALL);

  private static String text(String quoted) {
    return ESCAPE
        .matcher(quoted.substring(1, quoted.length() - 1))
        .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1))));
  }

  private static String unescaped(String code) {
    char first = code.charAt(0);
    if ("xuU".indexOf(first) >= 0 && code.length() > 1) {
      int point = Integer.parseUnsignedInt(code.substring(1), 16);
      return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
    }
    if (first >= '0' && first <= '7') {
      return Character.toString(Integer.parseInt(code, 8));
    }
    return switch (first) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'v' -> "\u000b";
      case '\n' -> "";
      case '\\', '\'', '"' -> code;
      default -> "\\" + code;
    };
  }
}
