package dev.patchbay.core.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Header values of the CloudEvents HTTP protocol binding 1.0, section 3.1.3.2. */
final class HeaderText {
  private HeaderText() {}

  /** Takes off quotes and decodes percent signs once; a percent sign without digits stays. */
  static String decode(String value) {
    var text = unquote(value.strip());
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      int decoded = octet(text, i);
      if (decoded >= 0) {
        bytes.write(decoded);
        i += 2;
      } else {
        bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int octet(String text, int at) {
    if (text.charAt(at) != '%' || at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String unquote(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
