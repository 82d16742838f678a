package dev.patchbay.spreadsheets.read.xlsx;

/** What the format of a cell makes of its number. */
enum Meaning {
  /** The number itself, percentages and elapsed times too. */
  NUMBER,
  /** A day, maybe with a time. */
  DAY,
  /** A time of day. */
  TIME
}
