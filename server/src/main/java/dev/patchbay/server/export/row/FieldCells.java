package dev.patchbay.server.export.row;

import dev.patchbay.model.route.CellType;
import dev.patchbay.spreadsheets.Cell;
import dev.patchbay.spreadsheets.write.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cells of values that the read model keeps as they came. */
final class FieldCells {
  private FieldCells() {}

  static ColumnType type(CellType type) {
    return switch (type) {
      case TEXT -> ColumnType.TEXT;
      case INTEGER -> ColumnType.INTEGER;
      case DECIMAL -> ColumnType.DECIMAL;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case DATE -> ColumnType.DATE;
      case DATE_TIME -> ColumnType.DATE_TIME;
      case MONEY -> ColumnType.MONEY;
      case LINK -> ColumnType.LINK;
    };
  }

  static Cell text(@Nullable String text) {
    return text == null || text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
  }

  /** A value that was kept when the column had another type leaves its cell empty. */
  static Cell cell(ColumnType type, @Nullable Object value) {
    return switch (value) {
      case null -> Cell.EMPTY;
      case Boolean bool when type == ColumnType.BOOLEAN -> new Cell.Bool(bool);
      case Number number when isNumber(type) -> number(type, number);
      case Map<?, ?> money when type == ColumnType.MONEY ->
          money.get("amount") instanceof Number amount ? number(type, amount) : Cell.EMPTY;
      case String text -> ofText(type, text);
      default -> Cell.EMPTY;
    };
  }

  private static boolean isNumber(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.MONEY;
  }

  private static Cell number(ColumnType type, Number number) {
    var exact = number instanceof BigDecimal as ? as : new BigDecimal(number.toString());
    boolean fits = type != ColumnType.INTEGER || exact.stripTrailingZeros().scale() <= 0;
    return fits ? new Cell.Exact(exact) : Cell.EMPTY;
  }

  private static Cell ofText(ColumnType type, String text) {
    try {
      return switch (type) {
        case TEXT, LINK -> text(text);
        case DATE -> new Cell.Date(LocalDate.parse(text));
        case DATE_TIME -> new Cell.DateTime(LocalDateTime.parse(text));
        case INTEGER, DECIMAL, MONEY, BOOLEAN -> Cell.EMPTY;
      };
    } catch (DateTimeException other) {
      return Cell.EMPTY;
    }
  }
}
