package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell as Google stores it, and which of its fields are written. Values go typed, so that nothing
 * is parsed again: text that looks like a number, a date or a formula stays text.
 *
 * @param value a text, a {@code Double} or a {@code Boolean}, null where it holds nothing
 * @param format as in Google's CellFormat, empty where it has none
 * @param fields the field mask; what it does not name stays as people set it
 */
record TypedCell(@Nullable Object value, Map<String, Object> format, Set<String> fields) {
  static final String VALUE = "userEnteredValue";
  static final String FORMAT = "userEnteredFormat";
  static final String NUMBER_FORMAT = FORMAT + ".numberFormat";
  static final String LINK = FORMAT + ".textFormat.link";
  static final String BOLD = FORMAT + ".textFormat.bold";

  private static final Set<String> PLAIN = Set.of(VALUE);
  private static final Set<String> FORMATTED = Set.of(VALUE, NUMBER_FORMAT);
  private static final Map<String, Object> DAY = numberFormat("DATE", "yyyy-mm-dd");
  private static final Map<String, Object> MOMENT =
      numberFormat("DATE_TIME", "yyyy-mm-dd hh:mm:ss");
  private static final Map<String, Object> TEXT = numberFormat("TEXT", "@");

  /** A double carries this many decimal digits; a longer number goes as text, so that none lies. */
  private static final int EXACT_DIGITS = 15;

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final double NANOS_PER_DAY = 86_400e9;

  /** A mapped cell of a column of this kind. */
  static TypedCell of(Cell cell, CellKind kind) {
    return switch (cell) {
      case Cell.Text(var value) -> plain(text(value), kind);
      case Cell.Numeric(var value) -> plain(number(value), kind);
      case Cell.Bool(var value) -> plain(value, kind);
      case Cell.Date(var value) -> new TypedCell(days(value), DAY, FORMATTED);
      case Cell.DateTime(var value) -> new TypedCell(serial(value), MOMENT, FORMATTED);
      case Cell.Money(var amount, var currency) ->
          new TypedCell(
              number(amount), numberFormat("CURRENCY", moneyPattern(currency)), FORMATTED);
      case Cell.Link(var uri, var label) ->
          new TypedCell(
              text(label),
              Map.of("textFormat", Map.of("link", Map.of("uri", uri))),
              Set.of(VALUE, LINK));
      case Cell.Empty() -> plain(null, kind);
    };
  }

  /** The cell that identifies a row: text, and shown as text also after a person retypes it. */
  static TypedCell key(String key) {
    return new TypedCell(text(key), TEXT, FORMATTED);
  }

  /** The head of a column. */
  static TypedCell header(String text) {
    return new TypedCell(
        text(text), Map.of("textFormat", Map.of("bold", true)), Set.of(VALUE, BOLD));
  }

  /** Restores a head without touching its looks. */
  static TypedCell headerText(String text) {
    return new TypedCell(text(text), Map.of(), PLAIN);
  }

  /** Nothing in it any more. */
  static TypedCell cleared() {
    return new TypedCell(null, Map.of(), PLAIN);
  }

  /**
   * As in Google's CellData, made of plain maps: the client writes its own classes by reflection,
   * which takes four times as long.
   */
  Map<String, Object> json() {
    if (value == null) {
      return format.isEmpty() ? Map.of() : Map.of(FORMAT, format);
    }
    var entered = Map.of(member(value), value);
    return format.isEmpty() ? Map.of(VALUE, entered) : Map.of(VALUE, entered, FORMAT, format);
  }

  private static String member(Object value) {
    return switch (value) {
      case Double _ -> "numberValue";
      case Boolean _ -> "boolValue";
      default -> "stringValue";
    };
  }

  /** Whether a cell that was read holds the value that this one writes. */
  boolean standsIn(CellData read) {
    var entered = read.getUserEnteredValue();
    if (value == null) {
      return entered == null || entered.isEmpty();
    }
    return entered != null && value.equals(entered.get(member(value)));
  }

  private static TypedCell plain(@Nullable Object value, CellKind kind) {
    return new TypedCell(value, Map.of(), carriesFormat(kind) ? FORMATTED : PLAIN);
  }

  private static boolean carriesFormat(CellKind kind) {
    return switch (kind) {
      case DATE, DATE_TIME, MONEY -> true;
      case TEXT, INTEGER, DECIMAL, BOOLEAN, LINK -> false;
    };
  }

  private static Map<String, Object> numberFormat(String type, String pattern) {
    return Map.of("numberFormat", Map.of("type", type, "pattern", pattern));
  }

  private static @Nullable String text(String value) {
    return value.isEmpty() ? null : value;
  }

  private static Object number(BigDecimal value) {
    return value.precision() > EXACT_DIGITS && value.stripTrailingZeros().precision() > EXACT_DIGITS
        ? value.toPlainString()
        : value.doubleValue();
  }

  private static double days(LocalDate day) {
    return ChronoUnit.DAYS.between(DAY_ZERO, day);
  }

  private static double serial(LocalDateTime time) {
    return days(time.toLocalDate()) + time.toLocalTime().toNanoOfDay() / NANOS_PER_DAY;
  }

  private static String moneyPattern(String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)) + " [$" + currency + "]";
  }
}
