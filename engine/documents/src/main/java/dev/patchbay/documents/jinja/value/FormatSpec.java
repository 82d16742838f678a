package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** Python's format specification ({@code ">10,.2f"}), which also serves the {@code %} operator. */
final class FormatSpec {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d{1,6})?([,_])?(?:\\.(\\d{1,4}))?([a-zA-Z%])?");

  private final boolean zeros;
  private final String fill;
  private final char align;
  private final boolean signed;
  private final String sign;
  private final boolean alternate;
  private final int width;
  private final String grouping;
  private final int precision;
  private final char type;

  private FormatSpec(java.util.regex.Matcher spec) {
    zeros = spec.group(6) != null && spec.group(1) == null;
    fill = spec.group(1) != null ? spec.group(1) : zeros ? "0" : " ";
    align = spec.group(2) != null ? spec.group(2).charAt(0) : 0;
    signed = spec.group(3) != null;
    sign = signed ? spec.group(3) : "-";
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
    if (Values.text(value).isPresent()) {
      return text(Values.text(value).orElseThrow());
    }
    if (!Numbers.isNumber(value)) {
      throw unfit(Values.typeName(value));
    }
    if (type == 'c') {
      return character(value);
    }
    if (Numbers.isInt(value) && (type == 0 || "dnboxX".indexOf(type) >= 0)) {
      refuseIf(precision >= 0, "a whole number");
      return whole(Numbers.integer(value), 1);
    }
    return real(Numbers.real(value));
  }

  private void refuseIf(boolean wrong, String kind) {
    if (wrong) {
      throw unfit(kind);
    }
  }

  private Fault unfit(String kind) {
    return new Fault(
        "a format such as this does not fit " + kind,
        "Use >10 for texts, 05d for whole numbers, .2f for all numbers; |string makes a text.");
  }

  private String text(String text) {
    refuseIf((type != 0 && type != 's') || align == '=' || alternate, "a text");
    refuseIf(signed || !grouping.isEmpty(), "a text");
    int end = precision < 0 ? Integer.MAX_VALUE : precision;
    boolean cut = text.codePointCount(0, text.length()) > end;
    return pad("", cut ? text.substring(0, text.offsetByCodePoints(0, end)) : text, '<');
  }

  private String character(Object value) {
    refuseIf(signed || alternate || precision >= 0 || !grouping.isEmpty(), "a character");
    return pad("", Numbers.character(value), zeros ? '=' : '>');
  }

  /**
   * Writes a whole number.
   *
   * @param least digits
   */
  String whole(BigInteger value, int least) {
    int radix =
        switch (type) {
          case 'b' -> 2;
          case 'o' -> 8;
          case 'x', 'X' -> 16;
          default -> 10;
        };
    refuseIf(grouping.equals(",") && radix != 10, "such digits");
    var digits = value.abs().toString(radix);
    digits = "0".repeat(Math.max(0, least - digits.length())) + digits;
    var prefix = alternate && radix != 10 ? "0" + type : "";
    if (type == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    return number(signOf(value.signum() < 0) + prefix, digits, "", radix == 10 ? 3 : 4);
  }

  private String real(double value) {
    boolean negative = value < 0 || 1 / value < 0;
    var front = signOf(negative);
    if (!Double.isFinite(value)) {
      return pad(front, cased(Double.isNaN(value) ? "nan" : "inf"), zeros ? '=' : '>');
    }
    var written = written(Math.abs(value));
    int end = 0;
    while (end < written.length() && Character.isDigit(written.charAt(end))) {
      end++;
    }
    return number(front, written.substring(0, end), written.substring(end), 3);
  }

  private String written(double value) {
    var size = new BigDecimal(value);
    var digits = new FloatDigits(alternate);
    return switch (type) {
      case 'f', 'F' -> digits.fixed(size, places());
      case '%' -> digits.fixed(new BigDecimal(value * 100), places()) + "%";
      case 'e', 'E' -> cased(digits.scientific(size, places()));
      case 'g', 'G', 'n' -> cased(digits.general(size, Math.max(1, places())));
      case 0 -> precision < 0 ? PythonText.real(value) : digits.real(size, Math.max(1, precision));
      default -> throw new Fault("numbers have no format “" + type + "”", "Use f, d or %.");
    };
  }

  private int places() {
    return precision < 0 ? 6 : precision;
  }

  private String cased(String text) {
    return Character.isUpperCase(type) ? text.toUpperCase(Locale.ROOT) : text;
  }

  /** With zeros in front that are grouped like the other digits, or padded with anything else. */
  private String number(String front, String digits, String behind, int group) {
    refuseIf(type == 'n' && !grouping.isEmpty(), "such digits");
    char side = align == 0 && zeros ? '=' : align == 0 ? '>' : align;
    int count = digits.length();
    if (side == '=' && fill.equals("0")) {
      while (length(count, group) < width - front.length() - behind.length()) {
        count++;
      }
    }
    var all = "0".repeat(count - digits.length()) + digits;
    return pad(front, grouped(all, group) + behind, side);
  }

  private int length(int digits, int group) {
    return digits + (grouping.isEmpty() ? 0 : (digits - 1) / group);
  }

  private String grouped(String digits, int group) {
    if (grouping.isEmpty()) {
      return digits;
    }
    var out = new StringBuilder(digits);
    for (int i = digits.length() - group; i > 0; i -= group) {
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
