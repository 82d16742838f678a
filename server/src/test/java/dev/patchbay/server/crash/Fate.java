package dev.patchbay.server.crash;

/** What became of the batch that was under way when the server died. */
enum Fate {
  /** None was. */
  NOTHING_OPEN,
  /** It had reached the sheet, and was booked as such by the next server. */
  APPLIED,
  /** It had not and never could any more; its rows were sent anew. */
  VOID
}
