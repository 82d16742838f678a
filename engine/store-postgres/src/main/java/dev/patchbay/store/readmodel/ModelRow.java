package dev.patchbay.store.readmodel;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Row;
import dev.patchbay.store.StorableText;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row as it is written; what it does not say stays as it is.
 *
 * @param values text of the columns that it has; null empties one
 * @param more further columns as a JSON object
 */
record ModelRow(String id, Map<ModelColumn, @Nullable String> values, String more) {
  /** PostgreSQL's index entries end at some 2,700 bytes. */
  private static final int LONGEST_ID = 600;

  /** Four digits, as ISO 8601 and the database write them. */
  private static final int LAST_YEAR = 9999;

  /** The columns that it has. */
  int mask() {
    return values.keySet().stream().mapToInt(ModelColumn::bit).sum();
  }

  static ModelRow of(Model model, Row row, String keyColumn) throws UnfitException {
    if (row.key().length() > LONGEST_ID) {
      throw new UnfitException("too-long", "Its id is longer than " + LONGEST_ID + " characters.");
    }
    var values = new LinkedHashMap<ModelColumn, @Nullable String>();
    var more = new LinkedHashMap<String, Cell>();
    for (var cell : row.cells().entrySet()) {
      var known = model.column(cell.getKey());
      if (cell.getKey().equals(keyColumn)) {
        continue;
      }
      if (known.isPresent()) {
        values.put(known.get(), value(known.get(), cell.getValue()));
      } else {
        more.put(cell.getKey(), cell.getValue());
      }
    }
    return new ModelRow(StorableText.of(row.key()), values, MoreColumns.text(more));
  }

  private static @Nullable String value(ModelColumn column, Cell cell) throws UnfitException {
    return switch (cell) {
      case Cell.Empty _ -> null;
      case Cell.Text(var text) when column.isTime() -> moment(column, text);
      case Cell.Text(var text) -> StorableText.of(text);
      case Cell.Bool(boolean value) -> String.valueOf(value);
      default ->
          throw new UnfitException("wrong-column", "Column '" + column.id() + "' is no text.");
    };
  }

  private static String moment(ModelColumn column, String text) throws UnfitException {
    try {
      var time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
        return time.toInstant().toString();
      }
    } catch (DateTimeException none) {
      // told below
    }
    throw new UnfitException(
        "no-time",
        "Column '%s' must be a time with its offset, such as 2026-01-31T08:15:00Z, of the years 1 to %d."
            .formatted(column.id(), LAST_YEAR));
  }

  /** Why a row cannot be written. */
  static final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Cause why;

    UnfitException(String code, String message) {
      super(message);
      this.why = new Cause(code, message);
    }

    Cause why() {
      return why;
    }
  }
}
