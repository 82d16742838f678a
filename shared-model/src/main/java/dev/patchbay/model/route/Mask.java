package dev.patchbay.model.route;

/** What is left of a personal text that is masked. */
public final class Mask {
  private Mask() {}

  /** The first character, and stars that do not tell how many follow. */
  public static String of(String text) {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "***";
  }
}
