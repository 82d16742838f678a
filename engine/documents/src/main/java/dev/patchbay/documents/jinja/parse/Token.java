package dev.patchbay.documents.jinja.parse;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text as written; of a text, its contents
 */
record Token(Kind kind, String text) {
  enum Kind {
    NAME,
    TEXT,
    INTEGER,
    FLOAT,
    SIGN,
    END
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** For errors. */
  String shown() {
    return kind == Kind.END ? "the end of the tag" : "“" + text + "”";
  }
}
