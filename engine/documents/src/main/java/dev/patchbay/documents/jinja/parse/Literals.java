package dev.patchbay.documents.jinja.parse;

import dev.patchbay.documents.jinja.value.Fault;
import java.math.BigInteger;

/** Whole numbers as typed. */
final class Literals {
  private Literals() {}

  static BigInteger integer(String text) {
    if (text.length() > 4300) {
      throw new Fault("a number has more than 4300 digits", "Use a smaller one.");
    }
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    if (text.startsWith("0o")) {
      return new BigInteger(text.substring(2), 8);
    }
    return text.startsWith("0b") ? new BigInteger(text.substring(2), 2) : new BigInteger(text);
  }
}
