package dev.patchbay.spreadsheets;

/** What became of opening a file. */
public sealed interface Opening {
  /** It can be read. Close it. */
  record Opened(SpreadsheetFile file) implements Opening {}

  /**
   * It is refused.
   *
   * @param reason for an office worker: what is wrong, and what to do
   */
  record Rejected(String reason) implements Opening {}
}
