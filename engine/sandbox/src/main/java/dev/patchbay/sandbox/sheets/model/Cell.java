package dev.patchbay.sandbox.sheets.model;

import org.jspecify.annotations.Nullable;

/**
 * One cell that is not blank. Most cells are a plain {@link Value}; those with a formula, a format,
 * a note or a rule are {@link Rich}. A blank cell is null in the grid. Immutable.
 */
public sealed interface Cell permits Value, Rich {

  /** The value entered; null when there is a formula, or only a format. */
  @Nullable Value value();

  /** The formula with its equals sign; null when there is none. */
  @Nullable String formula();

  Extras extras();

  /** The smallest cell that holds all of this; null for a blank one. */
  static @Nullable Cell of(@Nullable Value value, @Nullable String formula, Extras extras) {
    if (formula == null && extras.equals(Extras.NONE)) {
      return value;
    }
    return new Rich(value, formula, extras);
  }

  static @Nullable Value valueOf(@Nullable Cell cell) {
    return cell == null ? null : cell.value();
  }

  static @Nullable String formulaOf(@Nullable Cell cell) {
    return cell == null ? null : cell.formula();
  }

  static Extras extrasOf(@Nullable Cell cell) {
    return cell == null ? Extras.NONE : cell.extras();
  }

  /** True when a cell shows something: a value or a formula. */
  static boolean filled(@Nullable Cell cell) {
    return cell != null && (cell.value() != null || cell.formula() != null);
  }
}
