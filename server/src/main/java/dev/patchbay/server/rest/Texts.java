package dev.patchbay.server.rest;

import dev.patchbay.spreadsheets.write.LoneSurrogate;
import java.util.Optional;

/** Texts that the database can hold. */
final class Texts {
  private Texts() {}

  /** What is wrong with a text, for a person. Empty if it can be kept as it is. */
  static Optional<String> fault(String text) {
    if (text.indexOf('\0') >= 0) {
      return Optional.of("holds U+0000");
    }
    return LoneSurrogate.isIn(text)
        ? Optional.of("holds half of a character; write both of its \\u escapes")
        : Optional.empty();
  }
}
