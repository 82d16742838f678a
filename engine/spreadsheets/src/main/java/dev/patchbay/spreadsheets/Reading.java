package dev.patchbay.spreadsheets;

/** What became of reading a sheet. */
public sealed interface Reading {
  /** All rows were handed over. */
  record Complete(SheetSize size) implements Reading {}

  /** The one who takes the rows wanted no more. */
  record Stopped() implements Reading {}

  /**
   * The file turned out to be broken or harmful, maybe after some rows were handed over.
   *
   * @param reason for an office worker: what is wrong, and what to do
   */
  record Rejected(String reason) implements Reading {}
}
