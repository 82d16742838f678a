package dev.patchbay.spi.store;

/** What stands at a path. */
public sealed interface Standing {
  /** The file that was meant, whole. */
  record Same() implements Standing {}

  /** Another one. */
  record Other() implements Standing {}

  /** None. */
  record Absent() implements Standing {}

  /**
   * It could not be looked at.
   *
   * @param why in the terms of a publication that failed
   */
  record NotKnown(Publication why) implements Standing {}
}
