package dev.patchbay.store;

/** What PostgreSQL can hold as text. */
public final class StorableText {
  private StorableText() {}

  /**
   * The text with NUL, which PostgreSQL refuses, replaced by U+FFFD: one caller's odd id must not
   * make the whole batch fail. The payload keeps what was sent.
   */
  public static String of(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
