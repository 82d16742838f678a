package dev.patchbay.spreadsheets.read.xlsx;

import dev.patchbay.spreadsheets.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/**
 * What stands before the root element. A document type is looked for in the bytes, so that it is
 * named as such even where it is written in a way that the parser does not get through.
 */
final class Prolog {
  private static final int LENGTH = 4096;
  private static final String DOCUMENT_TYPE = "<!DOCTYPE";

  private Prolog() {}

  /** All bytes again, if their beginning declares no document type. */
  static InputStream checked(String name, InputStream bytes) throws IOException {
    var start = bytes.readNBytes(LENGTH);
    // Without the zeros UTF-16 looks the same.
    var text = new String(start, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (declaresType(text)) {
      throw unsafe(name);
    }
    var whole = new PushbackInputStream(bytes, LENGTH);
    whole.unread(start);
    return whole;
  }

  private static boolean declaresType(String text) {
    int tag = text.indexOf('<');
    while (tag >= 0 && tag + 1 < text.length() && !Character.isLetter(text.charAt(tag + 1))) {
      if (text.startsWith(DOCUMENT_TYPE, tag)) {
        return true;
      }
      tag = text.indexOf('<', tag + 1);
    }
    return false;
  }

  static Refusal unsafe(String name) {
    return new Refusal(
        "The file is unsafe: its part '%s' has a DOCTYPE with entities, as no spreadsheet program writes it (an entity expansion bomb, or a try to read other files). Do not use it; ask where it comes from."
            .formatted(name));
  }
}
