package dev.patchbay.documents.jinja.library;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.value.Arguments;
import dev.patchbay.documents.jinja.value.Fault;
import dev.patchbay.documents.jinja.value.Numbers;
import dev.patchbay.documents.jinja.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;

/** Filters that make or change numbers. */
final class NumberFilters {
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(D+(\\.(D+)?)?|\\.D+)(e[-+]?D+)?".replace("D+", "\\d++(?:_\\d++)*+"));

  private NumberFilters() {}

  static Map<String, Filter> all() {
    return Map.ofEntries(
        entry("abs", (value, _, _) -> abs(value)),
        entry("int", NumberFilters::toInt),
        entry("float", NumberFilters::toFloat),
        entry("round", NumberFilters::round),
        entry("filesizeformat", NumberFilters::fileSize));
  }

  private static Object abs(Object value) {
    return Numbers.isInt(value)
        ? Numbers.integer(value).abs()
        : (Object) Math.abs(Numbers.real(value));
  }

  private static Object toInt(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("int", "default", "base");
    var otherwise = given.get("default").orElse(BigInteger.ZERO);
    Values.refuseUndefined(value);
    if (Numbers.isInt(value)) {
      return Numbers.integer(value);
    }
    return Values.text(value)
        .flatMap(text -> parsed(text, given.number("base", 10)))
        .or(
            () ->
                real(value)
                    .filter(Double::isFinite)
                    .map(real -> new BigDecimal(real).toBigInteger()))
        .<Object>map(number -> number)
        .orElse(otherwise);
  }

  private static Optional<BigInteger> parsed(String text, int base) {
    var digits = plain(text).replaceAll("(?<=\\p{Alnum})_(?=\\p{Alnum})", "");
    var prefix = base == 16 ? "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
    if (!prefix.isEmpty()) {
      digits = digits.replaceFirst("^([-+]?)" + prefix, "$1");
    }
    try {
      return digits.length() > 4300 ? Optional.empty() : Optional.of(new BigInteger(digits, base));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** Without spaces around, in small letters, with digits of any script as those of ASCII. */
  private static String plain(String text) {
    var plain = new StringBuilder();
    Stripping.strip(text)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return plain.toString();
  }

  private static Object toFloat(Object value, Arguments arguments, Rendering rendering) {
    var otherwise = arguments.bind("float", "default").get("default").orElse(0.0);
    Values.refuseUndefined(value);
    return real(value).<Object>map(real -> real).orElse(otherwise);
  }

  private static Optional<Double> real(Object value) {
    if (Numbers.isNumber(value)) {
      return Optional.of(Numbers.real(value));
    }
    return Values.text(value).map(NumberFilters::plain).flatMap(NumberFilters::parsed);
  }

  private static Optional<Double> parsed(String text) {
    if (text.matches("[-+]?(inf|infinity)")) {
      return Optional.of(
          text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    if (text.equals("nan")) {
      return Optional.of(Double.NaN);
    }
    return FLOAT.matcher(text).matches()
        ? Optional.of(Double.valueOf(text.replace("_", "")))
        : Optional.empty();
  }

  private static Object round(Object value, Arguments arguments, Rendering rendering) {
    var given = arguments.bind("round", "precision", "method");
    int precision = Math.clamp(given.number("precision", 0), -400, 400);
    var method = given.text("method", "common");
    if (Numbers.isInt(value) && method.equals("common")) {
      return roundedInt(Numbers.integer(value), precision);
    }
    double real = Numbers.real(value);
    return switch (method) {
      case "common" -> Double.isFinite(real) ? Math.copySign(rounded(real, precision), real) : real;
      case "ceil" -> to(Math::ceil, value, precision);
      case "floor" -> to(Math::floor, value, precision);
      default ->
          throw new Fault("“round” knows no method “" + method + "”", "Use common, ceil or floor.");
    };
  }

  /** A whole number stays as it is, and no zero has a sign. */
  private static double to(DoubleUnaryOperator whole, Object value, int precision) {
    double real = Numbers.real(value);
    double scale = Math.pow(10, precision);
    return Numbers.isInt(value) && precision >= 0
        ? real
        : whole.applyAsDouble(real * scale) / scale + 0.0;
  }

  private static double rounded(double value, int precision) {
    return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static Object roundedInt(BigInteger value, int precision) {
    return precision >= 0
        ? value
        : new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toBigInteger();
  }

  private static Object fileSize(Object value, Arguments arguments, Rendering rendering) {
    boolean binary = arguments.bind("filesizeformat", "binary").flag("binary", false);
    double bytes =
        real(value)
            .filter(Double::isFinite)
            .orElseThrow(
                () -> new Fault(Values.typeName(value) + " is no file size", "Hand in a number."));
    int base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return new BigDecimal(bytes).toBigInteger() + " Bytes";
    }
    double unit = base;
    int step = 0;
    while (bytes >= unit * base && step < 7) {
      unit *= base;
      step++;
    }
    var prefix = "kMGTPEZY".charAt(step);
    var size = new BigDecimal(bytes / unit).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    return size + " " + (binary ? Character.toUpperCase(prefix) + "iB" : prefix + "B");
  }
}
