package dev.patchbay.connectors.sheets;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.Link;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.TextFormat;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.CellKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Set;

/**
 * A cell as Google stores it, and which of its fields are written. Values go typed, so that nothing
 * is parsed again: text that looks like a number, a date or a formula stays text.
 *
 * @param fields the field mask; what it does not name stays as people set it
 */
record TypedCell(CellData data, Set<String> fields) {
  static final String VALUE = "userEnteredValue";
  static final String NUMBER_FORMAT = "userEnteredFormat.numberFormat";
  static final String LINK = "userEnteredFormat.textFormat.link";
  static final String BOLD = "userEnteredFormat.textFormat.bold";

  /** A double carries this many decimal digits; a longer number goes as text, so that none lies. */
  private static final int EXACT_DIGITS = 15;

  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final double NANOS_PER_DAY = 86_400e9;

  TypedCell {
    fields = Set.copyOf(fields);
  }

  /** A mapped cell of a column of this kind. */
  static TypedCell of(Cell cell, CellKind kind) {
    return switch (cell) {
      case Cell.Text(var value) -> plain(text(value), kind);
      case Cell.Numeric(var value) -> plain(number(value), kind);
      case Cell.Bool(var value) -> plain(new CellData().setUserEnteredValue(bool(value)), kind);
      case Cell.Date(var value) -> formatted(number(days(value)), "DATE", "yyyy-mm-dd");
      case Cell.DateTime(var value) ->
          formatted(number(serial(value)), "DATE_TIME", "yyyy-mm-dd hh:mm:ss");
      case Cell.Money(var amount, var currency) ->
          formatted(number(amount), "CURRENCY", moneyPattern(currency));
      case Cell.Link(var uri, var label) -> new TypedCell(linked(uri, label), Set.of(VALUE, LINK));
      case Cell.Empty() -> plain(new CellData(), kind);
    };
  }

  /** The cell that identifies a row: text, and shown as text also after a person retypes it. */
  static TypedCell key(String key) {
    return formatted(text(key), "TEXT", "@");
  }

  /** The head of a column. */
  static TypedCell header(String text) {
    var bold = new CellFormat().setTextFormat(new TextFormat().setBold(true));
    return new TypedCell(text(text).setUserEnteredFormat(bold), Set.of(VALUE, BOLD));
  }

  /** Restores a head without touching its looks. */
  static TypedCell headerText(String text) {
    return new TypedCell(text(text), Set.of(VALUE));
  }

  /** Nothing in it any more. */
  static TypedCell cleared() {
    return new TypedCell(new CellData(), Set.of(VALUE));
  }

  /** Whether a cell that was read holds the value that this one writes. */
  boolean standsIn(CellData read) {
    return value(data).equals(value(read));
  }

  private static ExtendedValue value(CellData cell) {
    var value = cell.getUserEnteredValue();
    return value == null ? new ExtendedValue() : value;
  }

  private static TypedCell plain(CellData data, CellKind kind) {
    return new TypedCell(data, carriesFormat(kind) ? Set.of(VALUE, NUMBER_FORMAT) : Set.of(VALUE));
  }

  private static boolean carriesFormat(CellKind kind) {
    return switch (kind) {
      case DATE, DATE_TIME, MONEY -> true;
      case TEXT, INTEGER, DECIMAL, BOOLEAN, LINK -> false;
    };
  }

  private static TypedCell formatted(CellData data, String type, String pattern) {
    var format = new NumberFormat().setType(type).setPattern(pattern);
    return new TypedCell(
        data.setUserEnteredFormat(new CellFormat().setNumberFormat(format)),
        Set.of(VALUE, NUMBER_FORMAT));
  }

  private static CellData text(String value) {
    return value.isEmpty()
        ? new CellData()
        : new CellData().setUserEnteredValue(new ExtendedValue().setStringValue(value));
  }

  private static CellData number(BigDecimal value) {
    return value.stripTrailingZeros().precision() > EXACT_DIGITS
        ? text(value.toPlainString())
        : number(value.doubleValue());
  }

  private static CellData number(double value) {
    return new CellData().setUserEnteredValue(new ExtendedValue().setNumberValue(value));
  }

  private static ExtendedValue bool(boolean value) {
    return new ExtendedValue().setBoolValue(value);
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

  private static CellData linked(String uri, String label) {
    var format = new TextFormat().setLink(new Link().setUri(uri));
    return text(label).setUserEnteredFormat(new CellFormat().setTextFormat(format));
  }
}
