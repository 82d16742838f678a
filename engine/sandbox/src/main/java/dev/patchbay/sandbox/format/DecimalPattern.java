package dev.patchbay.sandbox.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;

/** A number pattern such as {@code #,##0.00}, {@code 0.0%}, {@code "$"0.00;(0.00);"-"}. */
final class DecimalPattern {

  private static final String DIGITS = "0#?";

  private final String pattern;
  private final DecimalFormatSymbols symbols;

  DecimalPattern(String pattern, DecimalFormatSymbols symbols) {
    this.pattern = pattern;
    this.symbols = symbols;
  }

  String format(double number) {
    String[] sections = sections();
    if (number == 0 && sections.length > 2) {
      return section(sections[2], 0, "");
    }
    if (number < 0 && sections.length > 1) {
      return section(sections[1], -number, "");
    }
    return section(sections[0], Math.abs(number), number < 0 ? "-" : "");
  }

  private String[] sections() {
    StringBuilder marked = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '"';
      marked.append(c == ';' && !quoted ? '\u0000' : c);
    }
    return marked.toString().split("\u0000", -1);
  }

  private String section(String section, double size, String sign) {
    StringBuilder before = new StringBuilder();
    StringBuilder digits = new StringBuilder();
    StringBuilder after = new StringBuilder();
    split(section, before, digits, after);
    if (digits.isEmpty()) {
      return before.toString();
    }
    boolean percent = section.replaceAll("\"[^\"]*\"", "").contains("%");
    BigDecimal value = new BigDecimal(Double.toString(size));
    String shown = digits(digits.toString(), percent ? value.movePointRight(2) : value);
    boolean zero = shown.chars().noneMatch(c -> c >= '1' && c <= '9');
    return (zero ? "" : sign) + before + shown + after;
  }

  private static void split(
      String section, StringBuilder before, StringBuilder digits, StringBuilder after) {
    for (int i = 0; i < section.length(); i++) {
      char c = section.charAt(i);
      StringBuilder literal = digits.isEmpty() ? before : after;
      if (c == '"') {
        int end = section.indexOf('"', i + 1);
        int stop = end < 0 ? section.length() : end;
        literal.append(section, i + 1, stop);
        i = stop;
      } else if (c == '\\' && i + 1 < section.length()) {
        literal.append(section.charAt(++i));
      } else if (c == '[') {
        i = bracket(section, i, literal);
      } else if (c == '_' || c == '*') {
        i++;
      } else if (DIGITS.indexOf(c) >= 0 || isInnerMark(section, i, digits)) {
        digits.append(c);
      } else {
        literal.append(c);
      }
    }
  }

  private static boolean isInnerMark(String section, int i, StringBuilder digits) {
    char c = section.charAt(i);
    if (c == '.' || c == ',') {
      return !digits.isEmpty()
          || (i + 1 < section.length() && DIGITS.indexOf(section.charAt(i + 1)) >= 0);
    }
    boolean exponent = c == 'E' || c == 'e';
    boolean sign = c == '+' || c == '-';
    return !digits.isEmpty() && (exponent || (sign && digits.toString().matches(".*[Ee]")));
  }

  /** {@code [$€-407]} shows a currency sign; colours and conditions show nothing. */
  private static int bracket(String section, int start, StringBuilder literal) {
    int end = section.indexOf(']', start);
    if (end < 0) {
      return section.length();
    }
    String inside = section.substring(start + 1, end);
    if (inside.startsWith("$")) {
      int dash = inside.indexOf('-');
      literal.append(inside, 1, dash < 0 ? inside.length() : dash);
    }
    return end;
  }

  private String digits(String format, BigDecimal value) {
    int exponent = indexOfExponent(format);
    if (exponent >= 0) {
      return scientific(format, exponent, value);
    }
    String bare = format.replaceAll(",+$", "");
    int thousands = format.length() - bare.length();
    int point = bare.indexOf('.');
    String whole = point < 0 ? bare : bare.substring(0, point);
    String decimals = point < 0 ? "" : bare.substring(point + 1);
    return plain(whole, decimals, value.movePointLeft(3 * thousands));
  }

  private String plain(String whole, String decimals, BigDecimal value) {
    int most = (int) decimals.chars().filter(c -> DIGITS.indexOf(c) >= 0).count();
    int least = (int) decimals.chars().filter(c -> c == '0').count();
    String[] parts = value.setScale(most, RoundingMode.HALF_UP).toPlainString().split("\\.", -1);
    int zeros = (int) whole.chars().filter(c -> c == '0').count();
    String left = parts[0].equals("0") ? "" : parts[0];
    left = "0".repeat(Math.max(0, zeros - left.length())) + left;
    boolean grouped = whole.indexOf(',') >= 0;
    String right = parts.length > 1 ? parts[1] : "";
    while (right.length() > least && right.endsWith("0")) {
      right = right.substring(0, right.length() - 1);
    }
    String shown = grouped ? group(left) : left;
    return right.isEmpty() ? shown : shown + symbols.getDecimalSeparator() + right;
  }

  private String group(String digits) {
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        grouped.append(symbols.getGroupingSeparator());
      }
      grouped.append(digits.charAt(i));
    }
    return grouped.toString();
  }

  private String scientific(String format, int at, BigDecimal value) {
    int power = value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
    int point = format.indexOf('.');
    String decimals = point < 0 || point > at ? "" : format.substring(point + 1, at);
    BigDecimal mantissa = value.movePointLeft(power);
    if (mantissa.setScale(decimals.length(), RoundingMode.HALF_UP).compareTo(BigDecimal.TEN) >= 0) {
      mantissa = mantissa.movePointLeft(1);
      power++;
    }
    int width = (int) format.substring(at).chars().filter(c -> c == '0').count();
    String digits = Integer.toString(Math.abs(power));
    return plain("0", decimals, mantissa)
        + "E"
        + (power < 0 ? "-" : "+")
        + "0".repeat(Math.max(0, width - digits.length()))
        + digits;
  }

  private static int indexOfExponent(String format) {
    int upper = format.indexOf('E');
    return upper >= 0 ? upper : format.indexOf('e');
  }
}
