package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes the digits of floats, without sign.
 *
 * @param all whether the point and zeros at the end stay that say nothing
 */
record FloatDigits(boolean all) {
  /** {@code f}: 12.50. */
  String fixed(BigDecimal size, int places) {
    var text = size.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
    return all && places == 0 ? text + "." : text;
  }

  /** {@code e}: 1.25e+01. */
  String scientific(BigDecimal size, int places) {
    var rounded = rounded(size, places + 1);
    int exponent = exponent(rounded);
    return fixed(rounded.movePointLeft(exponent), places)
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** {@code g}: 12.5, or with an exponent where that is shorter. */
  String general(BigDecimal size, int digits) {
    return general(size, digits, digits);
  }

  /** Without a type: as {@code g}, and at least one digit behind the point. */
  String real(BigDecimal size, int digits) {
    var text = general(size, digits, digits - 1);
    return text.contains(".") || text.contains("e") ? text : text + ".0";
  }

  private String general(BigDecimal size, int digits, int firstWithExponent) {
    var rounded = rounded(size, digits);
    int exponent = exponent(rounded);
    if (exponent < -4 || exponent >= firstWithExponent) {
      var text = scientific(size, digits - 1);
      int e = text.indexOf('e');
      return bare(text.substring(0, e)) + text.substring(e);
    }
    return bare(fixed(rounded, Math.max(0, digits - 1 - exponent)));
  }

  private static BigDecimal rounded(BigDecimal size, int digits) {
    return size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static int exponent(BigDecimal number) {
    return number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
  }

  private String bare(String number) {
    return all || number.indexOf('.') < 0
        ? number
        : number.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
