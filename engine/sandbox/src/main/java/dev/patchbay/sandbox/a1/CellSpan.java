package dev.patchbay.sandbox.a1;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of A1 notation after the title: {@code A1}, {@code A1:B2}, {@code A:A}, {@code 1:2},
 * {@code A5:A}, or R1C1. Zero-based, ends exclusive, an absent side is unbounded. Not yet held
 * against a grid.
 *
 * @param cell whether one cell was written, without a colon
 */
public record CellSpan(
    OptionalInt startRow,
    OptionalInt endRow,
    OptionalInt startColumn,
    OptionalInt endColumn,
    boolean cell) {

  private static final Pattern CORNER =
      Pattern.compile("\\$?([A-Za-z]{1,3})?\\$?([1-9][0-9]{0,8})?");
  private static final Pattern R1C1 = Pattern.compile("[Rr]([1-9][0-9]{0,8})[Cc]([1-9][0-9]{0,5})");
  private static final OptionalInt OPEN = OptionalInt.empty();

  /** A whole tab. */
  public static final CellSpan WHOLE = new CellSpan(OPEN, OPEN, OPEN, OPEN, false);

  private record Corner(OptionalInt row, OptionalInt column) {}

  /** Empty when the text is not A1 notation. */
  public static Optional<CellSpan> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return corner(text)
          .filter(c -> c.row.isPresent() && c.column.isPresent())
          .map(c -> between(c, c, true));
    }
    Optional<Corner> from = corner(text.substring(0, colon));
    Optional<Corner> to = corner(text.substring(colon + 1));
    return from.flatMap(f -> to.filter(t -> fits(f, t)).map(t -> between(f, t, false)));
  }

  private static boolean fits(Corner from, Corner to) {
    boolean rows = from.row.isPresent() && to.row.isPresent();
    boolean columns = from.column.isPresent() && to.column.isPresent();
    boolean something = to.row.isPresent() || to.column.isPresent();
    return something && (rows || columns);
  }

  private static CellSpan between(Corner a, Corner b, boolean cell) {
    OptionalInt startRow = low(a.row, b.row);
    OptionalInt startColumn = low(a.column, b.column);
    return new CellSpan(startRow, high(a.row, b.row), startColumn, high(a.column, b.column), cell);
  }

  private static OptionalInt low(OptionalInt a, OptionalInt b) {
    if (a.isPresent() && b.isPresent()) {
      return OptionalInt.of(Math.min(a.getAsInt(), b.getAsInt()));
    }
    return a.isPresent() ? a : b;
  }

  private static OptionalInt high(OptionalInt a, OptionalInt b) {
    return a.isPresent() && b.isPresent()
        ? OptionalInt.of(Math.max(a.getAsInt(), b.getAsInt()) + 1)
        : OPEN;
  }

  private static Optional<Corner> corner(String text) {
    Matcher numbered = R1C1.matcher(text);
    if (numbered.matches()) {
      return Optional.of(
          new Corner(
              OptionalInt.of(Integer.parseInt(numbered.group(1)) - 1),
              OptionalInt.of(Integer.parseInt(numbered.group(2)) - 1)));
    }
    Matcher matcher = CORNER.matcher(text);
    if (text.isEmpty()
        || !matcher.matches()
        || (matcher.group(1) == null && matcher.group(2) == null)) {
      return Optional.empty();
    }
    OptionalInt column =
        matcher.group(1) == null ? OPEN : OptionalInt.of(Columns.index(matcher.group(1)));
    OptionalInt row =
        matcher.group(2) == null ? OPEN : OptionalInt.of(Integer.parseInt(matcher.group(2)) - 1);
    return Optional.of(new Corner(row, column));
  }
}
