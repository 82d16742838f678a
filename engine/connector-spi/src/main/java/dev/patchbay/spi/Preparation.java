package dev.patchbay.spi;

/** What {@link RowTarget#prepare} found. */
public sealed interface Preparation {
  /**
   * The batch can be sent.
   *
   * @param plan what the connector means to do and needs to know to settle a lost answer, in a form
   *     of its own (say, key → row number); stored with the intent before anything is sent, empty
   *     if it needs nothing
   */
  record Ready(String plan) implements Preparation {}

  /**
   * It cannot; nothing was sent. {@link Outcome.Applied} and {@link Outcome.Unknown} make no sense
   * here.
   */
  record Refused(Outcome outcome) implements Preparation {}
}
