package dev.patchbay.spi.store;

/** What happens where another file stands already. */
public enum Overwrite {
  /** The new one takes its place, in one step. */
  REPLACE,
  /** Nothing is stored. */
  REFUSE,
  /** The new one gets a number: {@code requests (2).xlsx}. */
  NEW_NAME
}
