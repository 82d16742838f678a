package dev.patchbay.spreadsheets;

import java.nio.charset.Charset;
import java.util.Optional;

/** What people call the encodings of text files (IANA character sets). */
public final class EncodingName {
  /** Some of them, for messages. */
  public static final String EXAMPLES =
      "utf-8, utf-16le, windows-1250, windows-1251, windows-1252 or iso-8859-2";

  private EncodingName() {}

  /**
   * The encoding of a name, upper and lower case being equal.
   *
   * @param said empty if this computer knows no such encoding
   */
  public static Optional<Charset> charset(String said) {
    try {
      return Optional.of(Charset.forName(said));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
