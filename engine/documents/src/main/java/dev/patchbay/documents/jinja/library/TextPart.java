package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.None;
import dev.patchbay.documents.jinja.value.Slices;
import dev.patchbay.documents.jinja.value.Values;
import java.util.Optional;

/**
 * The part of a text that a method looks at.
 *
 * @param start how many characters stand before it
 */
record TextPart(String text, int start) {
  /** By the arguments {@code start} and {@code end}; none where it would begin behind its end. */
  static Optional<TextPart> of(String text, Arguments.Bound given) {
    int size = Values.length(text);
    var first = given.get("start").orElse(None.NONE);
    var last = given.get("end").orElse(None.NONE);
    long start = Slices.counted(first, size, 0);
    long end = Math.min(size, Slices.counted(last, size, size));
    return start > end
        ? Optional.empty()
        : Optional.of(new TextPart(part(text, (int) start, (int) end), (int) start));
  }

  private static String part(String text, int start, int end) {
    int from = text.offsetByCodePoints(0, start);
    return text.substring(from, text.offsetByCodePoints(from, end - start));
  }

  /** Where in the whole text another stands first or last, or -1. */
  int place(String other, boolean last) {
    int at = last ? text.lastIndexOf(other) : text.indexOf(other);
    return at < 0 ? -1 : text.codePointCount(0, at) + start;
  }

  /** How often another is in it, side by side. */
  int count(String other) {
    return other.isEmpty()
        ? Values.length(text) + 1
        : (text.length() - text.replace(other, "").length()) / other.length();
  }
}
