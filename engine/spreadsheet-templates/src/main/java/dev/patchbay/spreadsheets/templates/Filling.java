package dev.patchbay.spreadsheets.templates;

/** What became of filling a template. */
public sealed interface Filling {
  /** All rows are in the file. */
  record Filled(int rows) implements Filling {}

  /**
   * Nothing was written.
   *
   * @param reason what is wrong, and what to do
   */
  record Refused(String reason) implements Filling {}
}
