package dev.patchbay.spreadsheets.write.text;

import java.math.BigDecimal;

/** Numbers without exponents, unless they would be very long. */
final class Plain {
  private static final int LONGEST = 60;
  private static final double EXACT = 1L << 53;

  private Plain() {}

  static String of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    return size >= 1e-3 && size < 1e7
        ? Double.toString(value)
        : of(new BigDecimal(Double.toString(value)));
  }

  static String of(BigDecimal value) {
    return Math.abs((long) value.scale()) > LONGEST ? value.toString() : value.toPlainString();
  }
}
