package dev.patchbay.documents.jinja.library;

/**
 * A word or the blanks between two, or what is left of it where its front stands on lines before.
 * Taking a front off copies nothing else.
 *
 * @param whole what it was at first
 * @param from where in that it begins
 * @param blankFrom where in that nothing but blanks follows
 */
record Chunk(String whole, int from, int blankFrom) {
  static Chunk of(String text) {
    return new Chunk(text, 0, text.stripTrailing().length());
  }

  int length() {
    return whole.length() - from;
  }

  boolean isBlank() {
    return from >= blankFrom;
  }

  String text() {
    return whole.substring(from);
  }

  /** Its first characters, as many as this. */
  String front(int length) {
    return whole.substring(from, from + length);
  }

  /** What is left without as many of its first characters. */
  Chunk behind(int length) {
    return new Chunk(whole, from + length, blankFrom);
  }
}
