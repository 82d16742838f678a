package dev.patchbay.core.readmodel;

/** How much a filter may say, of whatever call or order it is a part. */
public final class FilterBounds {
  /** Values of one field. */
  public static final int MOST_VALUES = 50;

  /** Characters of the words that are looked for. */
  public static final int LONGEST_TEXT = 200;

  private FilterBounds() {}
}
