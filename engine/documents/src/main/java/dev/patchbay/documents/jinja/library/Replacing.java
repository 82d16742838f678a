package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arithmetic;

/** Puts one text in the place of another. */
final class Replacing {
  private Replacing() {}

  /** A negative count means all. */
  static String replace(String text, String old, String fresh, int count) {
    if (old.isEmpty()) {
      return between(text, fresh, count);
    }
    var out = new StringBuilder();
    int from = 0;
    for (int done = 0; count < 0 || done < count; done++) {
      int at = text.indexOf(old, from);
      if (at < 0) {
        break;
      }
      out.append(text, from, at).append(fresh);
      Arithmetic.limit(out.length());
      from = at + old.length();
    }
    return out.append(text, from, text.length()).toString();
  }

  private static String between(String text, String fresh, int count) {
    var out = new StringBuilder();
    int done = 0;
    Arithmetic.limit((long) text.length() * Math.max(1, fresh.length()));
    for (int c : text.codePoints().toArray()) {
      out.append(count < 0 || done++ < count ? fresh : "").appendCodePoint(c);
    }
    return out.append(count < 0 || done < count ? fresh : "").toString();
  }
}
