package dev.patchbay.core.imports;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads numbers as a language writes them, without grouping. Thread-safe. */
final class NumberReader {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  private final char point;

  NumberReader(Locale language) {
    this.point = DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
  }

  FieldValue read(String text) {
    if (point != '.' && text.indexOf('.') >= 0) {
      return unfit();
    }
    var plain = text.replace(point, '.').replace('\u2212', '-');
    return NUMBER.matcher(plain).matches() ? new FieldValue.Good(new BigDecimal(plain)) : unfit();
  }

  private FieldValue unfit() {
    return new FieldValue.Unfit(
        "is no number; write digits, with '%s' before decimals and nothing between thousands"
            .formatted(point));
  }
}
