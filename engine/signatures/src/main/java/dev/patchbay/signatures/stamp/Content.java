package dev.patchbay.signatures.stamp;

import java.util.OptionalDouble;

/** What a stamp shows. */
public sealed interface Content {
  /** The same text on every page; it may have several lines. */
  record Text(String text, TextStyle style) implements Content {}

  /**
   * The number of each page.
   *
   * @param text {@code {page}} and {@code {pages}} in it become numbers
   */
  record PageNumbers(String text, TextStyle style) implements Content {}

  /** A text across the page, as large as fits if its style names no size. */
  record Watermark(String text, TextStyle style) implements Content {}

  /**
   * A picture.
   *
   * @param file PNG or JPEG
   * @param field that it comes from, for messages
   * @param width in mm; what is not given follows in proportion
   * @param height in mm
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Image(byte[] file, String field, OptionalDouble width, OptionalDouble height)
      implements Content {}

  /**
   * A link for phones.
   *
   * @param width of a side with its margin, in mm
   */
  record QrCode(String link, double width) implements Content {}
}
