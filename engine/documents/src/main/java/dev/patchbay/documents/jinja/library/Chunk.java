package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Values;

/**
 * A word or the blanks between two, or what is left of it where its front stands on lines before.
 * Taking a front off copies nothing else.
 *
 * @param whole what it was at first
 * @param from where in that it begins
 * @param blankFrom where in that nothing but blanks follows
 * @param length how many characters are left
 */
record Chunk(String whole, int from, int blankFrom, int length) {
  static Chunk of(String text) {
    return new Chunk(text, 0, text.stripTrailing().length(), Values.length(text));
  }

  boolean isBlank() {
    return from >= blankFrom;
  }

  String text() {
    return whole.substring(from);
  }

  /** Its first characters, as many as this. */
  String front(int length) {
    return whole.substring(from, behindFront(length));
  }

  /** What is left without as many of its first characters. */
  Chunk behind(int length) {
    return new Chunk(whole, behindFront(length), blankFrom, this.length - length);
  }

  private int behindFront(int length) {
    return whole.offsetByCodePoints(from, length);
  }
}
