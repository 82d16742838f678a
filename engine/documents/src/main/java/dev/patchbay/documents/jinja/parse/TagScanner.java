package dev.patchbay.documents.jinja.parse;

/** Finds where tags begin and end. */
public final class TagScanner {
  /** A space in a tag, as a pattern; Word types no-break ones by itself, French before a %. */
  public static final String SPACE = "[\\s\\p{Z}]";

  /** Longer tags are looked through for no end that respects their quotes: it would take long. */
  private static final int LONGEST = 10_000;

  private TagScanner() {}

  /** Where the next tag begins, or -1. */
  public static int start(CharSequence source, int from) {
    for (int i = from; i + 1 < source.length(); i++) {
      if (source.charAt(i) == '{' && "{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Behind the end of the tag that begins at {@code start}, or -1. Brackets inside quotes or braces
   * are passed over, unless the tag would then not end before {@code limit} or become very long.
   * Below 0, no tag of its kind that begins behind it ends either.
   */
  public static int end(CharSequence source, int start, int limit) {
    char kind = source.charAt(start + 1);
    char close = kind == '{' ? '}' : kind;
    if (kind != '#') {
      int end = carefulEnd(source, start + 2, Math.min(limit, start + LONGEST), close);
      if (end >= 0) {
        return end;
      }
    }
    return plainEnd(source, start + 2, close);
  }

  private static int plainEnd(CharSequence source, int from, char close) {
    for (int i = from; i + 1 < source.length(); i++) {
      if (source.charAt(i) == close && source.charAt(i + 1) == '}') {
        return i + 2;
      }
    }
    return -1;
  }

  private static int carefulEnd(CharSequence source, int from, int limit, char close) {
    int open = 0;
    for (int i = from; i + 1 < limit; i++) {
      char c = source.charAt(i);
      if (c == close && source.charAt(i + 1) == '}' && open == 0) {
        return i + 2;
      }
      if (c == '{') {
        open++;
      } else if (c == '}') {
        open = Math.max(0, open - 1);
      } else if (isQuote(c)) {
        i = quoteEnd(source, i, limit);
        if (i < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return straight(c) == '"' || straight(c) == '\'';
  }

  private static int quoteEnd(CharSequence source, int start, int limit) {
    char quote = straight(source.charAt(start));
    for (int i = start + 1; i < limit; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (straight(c) == quote) {
        return i;
      }
    }
    return -1;
  }

  /** The quotes that Word makes of typed ones, straight again. */
  public static char straight(char c) {
    return switch (c) {
      case '“', '”', '„' -> '"';
      case '‘', '’', '‚' -> '\'';
      default -> c;
    };
  }

  /** A tag's body with straight quotes. */
  public static String straight(String body) {
    var out = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      out.append(straight(body.charAt(i)));
    }
    return out.toString();
  }
}
