package dev.patchbay.spreadsheets.write.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Gathers XML as UTF-8 and hands it on in pieces. Used by one thread. */
final class XmlBytes {
  /** Most bytes that a character, escaped for XML and for the workbook, takes. */
  private static final int LONGEST = 8;

  private final BackgroundZip zip;
  private byte[] bytes = new byte[BackgroundZip.PIECE];
  private int length;

  XmlBytes(BackgroundZip zip) {
    this.zip = zip;
  }

  /** Begins a part of the archive. */
  void part(String name) throws IOException {
    flush();
    zip.part(name);
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  }

  void flush() throws IOException {
    if (length > 0) {
      bytes = zip.piece(bytes, length);
      length = 0;
    }
  }

  /** XML as it stands. */
  void raw(String xml) throws IOException {
    raw(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** XML as it stands. */
  void raw(byte[] xml) throws IOException {
    raw(xml, xml.length);
  }

  /** The first bytes of XML as it stands. */
  void raw(byte[] xml, int count) throws IOException {
    for (int from = 0; from < count; ) {
      ensure(1);
      int fitting = Math.min(count - from, bytes.length - length);
      System.arraycopy(xml, from, bytes, length, fitting);
      length += fitting;
      from += fitting;
    }
  }

  /** One ASCII character as it stands. */
  void raw(char c) throws IOException {
    ensure(1);
    bytes[length++] = (byte) c;
  }

  void number(long value) throws IOException {
    ensure(20);
    length += Digits.write(value, bytes, length);
  }

  /** Digits of a fraction, from the tenth on, without zeros at the end. */
  void fraction(long value, int places) throws IOException {
    ensure(20);
    length += Digits.writeFraction(value, places, bytes, length);
  }

  /**
   * Text, also of an attribute. What XML cannot hold is written as {@code _x0001_}, and an
   * underscore that would look like that as {@code _x005F_} (ECMA-376 part 1, 22.9.2.19).
   */
  void text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (bytes.length - length < LONGEST) {
        flush();
      }
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '<' && c != '&' && c != '>' && c != '"' && c != '_') {
        bytes[length++] = (byte) c;
      } else {
        i += special(c, text, i);
      }
    }
  }

  /** Gives how many more characters were taken. */
  private int special(char c, String text, int i) throws IOException {
    switch (c) {
      case '<' -> raw("&lt;");
      case '>' -> raw("&gt;");
      case '&' -> raw("&amp;");
      case '"' -> raw("&quot;");
      case '_' -> raw(Escapes.isAt(text, i) ? "_x005F_" : "_");
      case '\t', '\n' -> bytes[length++] = (byte) c;
      default -> {
        return other(c, text, i);
      }
    }
    return 0;
  }

  private int other(char c, String text, int i) throws IOException {
    if (Escapes.isPair(text, i)) {
      four(Character.toCodePoint(c, text.charAt(i + 1)));
      return 1;
    }
    if (Escapes.isNeeded(c)) {
      raw(Escapes.of(c));
    } else if (c < 0x800) {
      bytes[length++] = (byte) (c < 0x80 ? c : 0xc0 | (c >> 6));
      if (c >= 0x80) {
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
      }
    } else {
      bytes[length++] = (byte) (0xe0 | (c >> 12));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[length++] = (byte) (0x80 | (c & 0x3f));
    }
    return 0;
  }

  private void four(int point) {
    bytes[length++] = (byte) (0xf0 | (point >> 18));
    bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
    bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    bytes[length++] = (byte) (0x80 | (point & 0x3f));
  }

  private void ensure(int more) throws IOException {
    if (bytes.length - length < more) {
      flush();
    }
  }
}
