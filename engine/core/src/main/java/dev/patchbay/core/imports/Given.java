package dev.patchbay.core.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a cell of a file holds. */
public sealed interface Given {
  record Text(String value) implements Given {}

  record Numeric(double value) implements Given {}

  record Flag(boolean value) implements Given {}

  record Day(LocalDate value) implements Given {}

  /** A day and time in no particular zone. */
  record Moment(LocalDateTime value) implements Given {}

  /** A time of day. */
  record Clock(LocalTime value) implements Given {}

  /** A formula that failed, by its code such as {@code #DIV/0!}. */
  record Failure(String code) implements Given {}

  /** A formula whose value is not in the file. */
  record Uncomputed() implements Given {}

  /** A cell without a value. */
  record Nothing() implements Given {}

  /** As a person would write it; empty for nothing. */
  default String shown() {
    return switch (this) {
      case Text(var text) -> text;
      case Numeric(double number) -> plain(number);
      case Flag(boolean flag) -> Boolean.toString(flag);
      case Day(var day) -> day.toString();
      case Moment(var moment) -> moment(moment);
      case Clock(var time) -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      case Failure(var code) -> code;
      case Uncomputed _, Nothing _ -> "";
    };
  }

  /** All digits, and no fraction where there is none: a postal code is no decimal. */
  private static String plain(double number) {
    var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
  }

  private static String moment(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
  }
}
