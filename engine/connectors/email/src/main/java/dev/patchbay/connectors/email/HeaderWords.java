package dev.patchbay.connectors.email;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;

/** Text of a header in ASCII (RFC 2047). */
final class HeaderWords {
  /** An encoded word has at most 75 characters; Base64 makes four of three bytes. */
  private static final int BYTES = 45;

  private HeaderWords() {}

  /**
   * A text that reads as it is. One that looks encoded already, though nobody encoded it, is
   * encoded, or a reader would see another.
   *
   * @param header its name, for where the first line ends
   */
  static String of(String header, String text) {
    try {
      return text.contains("=?")
          ? encoded(text)
          : MimeUtility.fold(
              header.length() + 2,
              MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      var with = word + Character.toString(point);
      if (bytes(with).length > BYTES) {
        words.add(word(word.toString()));
        word.setLength(0);
      }
      word.appendCodePoint(point);
    }
    words.add(word(word.toString()));
    return String.join("\r\n ", words);
  }

  private static String word(String text) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text)) + "?=";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
