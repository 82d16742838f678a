package dev.patchbay.sandbox.format;

import dev.patchbay.sandbox.sheets.model.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Shows values as text under a number format in a locale.
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/guides/formats">Formats</a>
 */
final class NumberFormat {

  private static final int SHOWN_DIGITS = 10;
  private static final double WHOLE_LIMIT = 1e15;

  private final Locale locale;
  private final DecimalFormatSymbols symbols;

  NumberFormat(Locale locale) {
    this.locale = locale;
    this.symbols = DecimalFormatSymbols.getInstance(locale);
  }

  /** The text of a value; an empty type and pattern mean the automatic format. */
  String format(Value value, String type, String pattern) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Bool(var flag) -> flag ? "TRUE" : "FALSE";
      case Value.Failure failure -> failure.code();
      case Value.Decimal(var number) -> number(number, type, pattern);
    };
  }

  private String number(double number, String type, String pattern) {
    String use = pattern.isEmpty() ? defaultPattern(type) : pattern;
    if (use.isEmpty() || use.equals("@") || use.equalsIgnoreCase("general")) {
      return automatic(number);
    }
    return isDate(type, use)
        ? new DatePattern(use, locale).format(number)
        : new DecimalPattern(use, symbols).format(number);
  }

  private static boolean isDate(String type, String pattern) {
    return switch (type) {
      case "DATE", "TIME", "DATE_TIME" -> true;
      case "NUMBER", "PERCENT", "CURRENCY", "SCIENTIFIC", "TEXT" -> false;
      default -> DatePattern.looksLikeDate(pattern);
    };
  }

  private String defaultPattern(String type) {
    return switch (type) {
      case "DATE" -> LocalePatterns.date(locale);
      case "TIME" -> LocalePatterns.time(locale);
      case "DATE_TIME" -> LocalePatterns.date(locale) + " " + LocalePatterns.time(locale);
      case "PERCENT" -> "0.00%";
      case "CURRENCY" -> LocalePatterns.currency(locale);
      case "NUMBER" -> "#,##0.00";
      case "SCIENTIFIC" -> "0.00E+00";
      default -> "";
    };
  }

  /** Ten significant digits, whole numbers up to fifteen, else with an exponent. */
  private String automatic(double number) {
    if (number == Math.rint(number) && Math.abs(number) < WHOLE_LIMIT) {
      return Long.toString((long) number);
    }
    if (Double.isInfinite(number) || Double.isNaN(number)) {
      return "#NUM!";
    }
    BigDecimal rounded =
        new BigDecimal(Double.toString(number))
            .round(new MathContext(SHOWN_DIGITS, RoundingMode.HALF_UP))
            .stripTrailingZeros();
    double size = Math.abs(number);
    if (size >= WHOLE_LIMIT || size < 1e-9) {
      return exponent(rounded);
    }
    return rounded.toPlainString().replace('.', symbols.getDecimalSeparator());
  }

  private String exponent(BigDecimal rounded) {
    BigDecimal shown = rounded.round(new MathContext(6, RoundingMode.HALF_UP)).stripTrailingZeros();
    int power = shown.precision() - shown.scale() - 1;
    String digits = shown.movePointLeft(power).stripTrailingZeros().toPlainString();
    String sign = power < 0 ? "-" : "+";
    return "%sE%s%02d"
        .formatted(digits.replace('.', symbols.getDecimalSeparator()), sign, Math.abs(power));
  }
}
