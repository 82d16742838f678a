package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;

/** How Python writes values: {@code str()} and {@code repr()}. */
public final class PythonText {
  private PythonText() {}

  /** As a template shows it. */
  public static String str(Object value) {
    return switch (value) {
      case String text -> text;
      case Markup markup -> markup.text();
      case Undefined _ -> "";
      case Rendered rendered -> rendered.markup();
      default -> repr(value);
    };
  }

  /** As it stands inside a list. */
  public static String repr(Object value) {
    return new ReprWriter(false).write(value);
  }

  /** Likewise, with all but ASCII escaped. */
  public static String ascii(Object value) {
    var out = new StringBuilder();
    repr(value).codePoints().forEach(c -> ReprWriter.appendAscii(out, c));
    return out.toString();
  }

  /** As {@code repr()} does, with fields in the order of their names. */
  public static String sortedRepr(Object value) {
    return new ReprWriter(true).write(value);
  }

  /** Whether a character is written as it is inside a list. */
  public static boolean isPrintable(int c) {
    return ReprWriter.isPrintable(c);
  }

  /** The shortest digits that give the same float. */
  public static String real(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    var exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (exponent < -4 || exponent >= 16) {
      return scientific(exact, exponent);
    }
    return exact.scale() <= 0 ? exact.toBigInteger() + ".0" : exact.toPlainString();
  }

  private static String scientific(BigDecimal exact, int exponent) {
    var mantissa = exact.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    var size = Math.abs(exponent);
    return mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" + size : "" + size);
  }
}
