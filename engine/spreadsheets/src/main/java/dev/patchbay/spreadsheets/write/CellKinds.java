package dev.patchbay.spreadsheets.write;

import dev.patchbay.spreadsheets.Cell;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Which cells a column of a type takes. */
final class CellKinds {
  private CellKinds() {}

  static void write(RowTarget target, int column, ColumnType type, Cell cell) throws IOException {
    switch (cell) {
      case Cell.Empty(), Cell.Uncomputed() -> target.empty(column);
      case Cell.Text(var value) -> text(target, column, type, value);
      case Cell.Numeric(var value) -> number(target, column, type, value);
      case Cell.Exact(var value) -> exact(target, column, type, value);
      case Cell.Bool(var value) -> {
        require(type, type == ColumnType.BOOLEAN, "yes or no");
        target.bool(column, value);
      }
      case Cell.Date(var value) -> {
        require(type, isDay(type), "a date");
        target.date(column, value);
      }
      case Cell.DateTime(var value) -> dateTime(target, column, type, value);
      case Cell.Time _ -> throw unfit(type, "a time without a date");
      case Cell.Failure _ -> throw unfit(type, "an error value");
    }
  }

  private static void text(RowTarget target, int column, ColumnType type, String value)
      throws IOException {
    require(type, type == ColumnType.TEXT || type == ColumnType.LINK, "a text");
    if (value.isEmpty()) {
      target.empty(column);
    } else if (type == ColumnType.LINK) {
      target.link(column, value);
    } else {
      target.text(column, value);
    }
  }

  private static void number(RowTarget target, int column, ColumnType type, double value)
      throws IOException {
    require(type, isNumber(type), "a number");
    if (!Double.isFinite(value)) {
      throw new Unfit(
          "holds '%s', which is no number that a cell can have. Leave the cell empty."
              .formatted(value));
    }
    require(type, type != ColumnType.INTEGER || value == Math.rint(value), "a fraction");
    target.number(column, value);
  }

  private static void exact(RowTarget target, int column, ColumnType type, BigDecimal value)
      throws IOException {
    require(type, isNumber(type), "a number");
    require(type, type != ColumnType.INTEGER || isWhole(value), "a fraction");
    target.exact(column, value);
  }

  private static boolean isWhole(BigDecimal value) {
    return value.scale() <= 0 || value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }

  private static void dateTime(RowTarget target, int column, ColumnType type, LocalDateTime value)
      throws IOException {
    require(type, isDay(type), "a date with a time");
    if (type == ColumnType.DATE_TIME) {
      target.dateTime(column, value);
    } else {
      require(type, value.toLocalTime().equals(LocalTime.MIDNIGHT), "a date with a time");
      target.date(column, value.toLocalDate());
    }
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.MONEY;
  }

  private static boolean isDay(ColumnType type) {
    return type == ColumnType.DATE || type == ColumnType.DATE_TIME;
  }

  private static void require(ColumnType type, boolean fits, String is) throws Unfit {
    if (!fits) {
      throw unfit(type, is);
    }
  }

  private static Unfit unfit(ColumnType type, String is) {
    return new Unfit(
        "holds %s, but must hold %s. Change the cell or the type of the column."
            .formatted(is, type.words()));
  }
}
