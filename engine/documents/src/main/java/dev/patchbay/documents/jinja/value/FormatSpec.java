package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Python's format specification ({@code ">10,.2f"}), which also serves the {@code %} operator. */
final class FormatSpec {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d{1,6})?([,_])?(?:\\.(\\d{1,4}))?([a-zA-Z%])?");

  private final String fill;
  private final char align;
  private final String sign;
  private final boolean alternate;
  private final int width;
  private final String grouping;
  private final int precision;
  private final char type;

  private FormatSpec(java.util.regex.Matcher spec) {
    boolean zero = spec.group(6) != null;
    fill = spec.group(1) != null ? spec.group(1) : zero && spec.group(2) == null ? "0" : " ";
    align = spec.group(2) != null ? spec.group(2).charAt(0) : zero ? '=' : 0;
    sign = spec.group(3) == null ? "-" : spec.group(3);
    alternate = spec.group(5) != null;
    width = spec.group(7) == null ? 0 : Integer.parseInt(spec.group(7));
    grouping = spec.group(8) == null ? "" : spec.group(8);
    precision = spec.group(9) == null ? -1 : Integer.parseInt(spec.group(9));
    type = spec.group(10) == null ? 0 : spec.group(10).charAt(0);
  }

  /** Reads a specification. */
  static FormatSpec of(String text) {
    var spec = SPEC.matcher(text);
    if (!spec.matches()) {
      throw new Fault("“" + text + "” is not a format", "Formats look like .2f, >10 or 05d.");
    }
    return new FormatSpec(spec);
  }

  /** Writes a value. */
  String format(Object value) {
    if (type == 's' || (type == 0 && !Numbers.isNumber(value))) {
      return text(value);
    }
    if (type == 'c') {
      return pad("", Numbers.character(value), '<');
    }
    if (Numbers.isInt(value) && (type == 0 || "dnboxX".indexOf(type) >= 0)) {
      return whole(Numbers.integer(value));
    }
    return real(Numbers.real(value));
  }

  private String text(Object value) {
    var text = PythonText.str(value);
    if (precision >= 0 && text.codePointCount(0, text.length()) > precision) {
      text = text.substring(0, text.offsetByCodePoints(0, precision));
    }
    return pad("", text, '<');
  }

  private String whole(BigInteger value) {
    int radix =
        switch (type) {
          case 'b' -> 2;
          case 'o' -> 8;
          case 'x', 'X' -> 16;
          default -> 10;
        };
    var digits = value.abs().toString(radix);
    var prefix = alternate && radix != 10 ? "0" + type : "";
    if (type == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    return pad(signOf(value.signum() < 0) + prefix, grouped(digits), '>');
  }

  private String real(double value) {
    boolean negative = value < 0 || 1 / value < 0;
    var front = signOf(negative);
    if (!Double.isFinite(value)) {
      return pad(front, Double.isNaN(value) ? "nan" : "inf", '>');
    }
    var size = new BigDecimal(Math.abs(value));
    var written =
        switch (type) {
          case 'f', 'F' -> fixed(size, places());
          case '%' -> fixed(new BigDecimal(Math.abs(value) * 100), places()) + "%";
          case 'e', 'E' -> cased(scientific(size, places()));
          case 'g', 'G', 'n' -> cased(general(size, Math.max(1, places())));
          case 0 -> precision < 0 ? PythonText.real(Math.abs(value)) : real(size);
          default -> throw new Fault("numbers have no format “" + type + "”", "Use f, d or %.");
        };
    int point = written.indexOf('.');
    int end = point < 0 ? digitsEnd(written) : point;
    return pad(front, grouped(written.substring(0, end)) + written.substring(end), '>');
  }

  /** At least one digit behind the point. */
  private String real(BigDecimal size) {
    int digits = Math.max(1, precision);
    var text = general(size, digits, digits - 1);
    return text.contains(".") || text.contains("e") ? text : text + ".0";
  }

  private static int digitsEnd(String written) {
    int end = 0;
    while (end < written.length() && Character.isDigit(written.charAt(end))) {
      end++;
    }
    return end;
  }

  private int places() {
    return precision < 0 ? 6 : precision;
  }

  private String cased(String text) {
    return Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String fixed(BigDecimal size, int places) {
    return size.setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(BigDecimal size, int places) {
    var rounded = size.round(new java.math.MathContext(places + 1, RoundingMode.HALF_EVEN));
    int exponent = size.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    var mantissa = fixed(rounded.movePointLeft(exponent), places);
    return mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private static String general(BigDecimal size, int digits) {
    return general(size, digits, digits);
  }

  /**
   * With an exponent, where that is shorter.
   *
   * @param from the exponent from which on it is written
   */
  private static String general(BigDecimal size, int digits, int from) {
    var rounded = size.round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN));
    int exponent = size.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= from) {
      var text = scientific(size, digits - 1);
      int e = text.indexOf('e');
      return bare(text.substring(0, e)) + text.substring(e);
    }
    return bare(fixed(rounded, Math.max(0, digits - 1 - exponent)));
  }

  private static String bare(String number) {
    return number.indexOf('.') < 0 ? number : number.replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  private String grouped(String digits) {
    if (grouping.isEmpty()) {
      return digits;
    }
    var out = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      out.insert(i, grouping);
    }
    return out.toString();
  }

  private String signOf(boolean negative) {
    return negative ? "-" : sign.equals("-") ? "" : sign;
  }

  private String pad(String front, String body, char otherwise) {
    int missing =
        width - front.codePointCount(0, front.length()) - body.codePointCount(0, body.length());
    if (missing <= 0) {
      return front + body;
    }
    return switch (align == 0 ? otherwise : align) {
      case '<' -> front + body + fill.repeat(missing);
      case '^' -> fill.repeat(missing / 2) + front + body + fill.repeat(missing - missing / 2);
      case '=' -> front + fill.repeat(missing) + body;
      default -> fill.repeat(missing) + front + body;
    };
  }
}
