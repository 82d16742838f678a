package dev.patchbay.spreadsheets.bench;

import java.time.LocalDateTime;

/** The values of a table of 15 columns, three of each of five kinds; the same for every library. */
final class SampleRow {
  static final int COLUMNS = 15;
  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 1, 1, 0, 0);

  /** What a column holds. */
  enum Kind {
    WHOLE,
    NAME,
    MOMENT,
    AMOUNT,
    NOTE,
    FLAG
  }

  private SampleRow() {}

  static Kind kind(int column) {
    return switch (column % 5) {
      case 0 -> Kind.WHOLE;
      case 1 -> Kind.NAME;
      case 2 -> Kind.MOMENT;
      case 3 -> Kind.AMOUNT;
      default -> column == 4 ? Kind.FLAG : Kind.NOTE;
    };
  }

  static long whole(int row, int column) {
    return row * 31L + column;
  }

  static String name(int row) {
    return "Customer " + (row * 7919L % 100_003) + " & Söhne";
  }

  static LocalDateTime moment(int row, int column) {
    return BEGIN.plusSeconds(row * 61L).plusDays(column);
  }

  static double amount(int row) {
    return (row * 137L % 1_000_000) / 100.0;
  }

  static String note(int row, int column) {
    return "note " + row + " of " + column;
  }

  static boolean flag(int row) {
    return row % 2 == 0;
  }
}
