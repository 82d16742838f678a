package dev.patchbay.spreadsheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What a cell holds, as the file means it. A formula is its last computed value. */
public sealed interface Cell {
  /** A cell without a value; an empty text counts as none. */
  Cell EMPTY = new Empty();

  /** Text, never empty. All cells of a CSV file are text. */
  record Text(String value) implements Cell {}

  /** A number; XLSX knows IEEE doubles only. Percentages are fractions, elapsed times are days. */
  record Numeric(double value) implements Cell {}

  /** A number with all its digits, for writing: no reader gives one. */
  record Exact(BigDecimal value) implements Cell {}

  /** Yes or no. */
  record Bool(boolean value) implements Cell {}

  /** A day that the file itself writes without a time (ISO 8601 cells). */
  record Date(LocalDate value) implements Cell {}

  /** A day and time in no particular zone. Days in XLSX are numbers and mean midnight. */
  record DateTime(LocalDateTime value) implements Cell {}

  /** A time of day. */
  record Time(LocalTime value) implements Cell {}

  /** A formula that failed, by its code such as {@code #DIV/0!}. */
  record Failure(String code) implements Cell {}

  /** A formula whose value is not in the file: whatever wrote it computes none. */
  record Uncomputed() implements Cell {}

  /** No value. */
  record Empty() implements Cell {}
}
