package dev.patchbay.server.reconcile;

import dev.patchbay.spreadsheets.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not stand as it was delivered.
 *
 * @param row where, counted as people count rows; null if nowhere
 * @param column header of the column at fault, empty if it is about the row
 * @param expected what was delivered, empty if it is about the row
 * @param shown what stands there instead
 * @param delivery id of the newest delivery of the key, empty if there is none
 */
record Finding(
    Kind kind,
    String key,
    @Nullable Integer row,
    String column,
    String expected,
    String shown,
    String delivery) {
  /** What can be found. */
  enum Kind {
    /** A row that was delivered is not there. */
    MISSING("keys are missing"),
    /** A cell holds something else than what was delivered. */
    DIFFERS("cells differ"),
    /** A key stands once more. */
    DOUBLED("rows repeat a key"),
    /** The hub never delivered the key. */
    UNKNOWN("rows have a key that the hub does not know");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static Finding missing(String key, String delivery) {
    return new Finding(Kind.MISSING, key, null, "", "", "", delivery);
  }

  static Finding doubled(String key, int row) {
    return new Finding(Kind.DOUBLED, key, row, "", "", "", "");
  }

  static Finding unknown(String key, int row) {
    return new Finding(Kind.UNKNOWN, key, row, "", "", "", "");
  }

  List<Cell> cells() {
    return List.of(
        text(kind.name()),
        text(key),
        row == null ? Cell.EMPTY : new Cell.Numeric(row),
        text(column),
        text(expected),
        text(shown),
        text(delivery));
  }

  private static Cell text(String text) {
    return text.isEmpty() ? Cell.EMPTY : new Cell.Text(text);
  }
}
