package dev.patchbay.documents.jinja.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Python's operators. Results that would grow without bound are refused. */
public final class Arithmetic {
  /** Characters, items or bits that one operation may make. */
  private static final long LARGEST = 10_000_000;

  /** Whole numbers of more bits are rounded when they become floats. */
  private static final int BITS_OF_FLOAT = 53;

  private Arithmetic() {}

  /** {@code +}: numbers, texts, lists. */
  public static Object add(Object one, Object other) {
    if (areInts(one, other)) {
      return Numbers.integer(one).add(Numbers.integer(other));
    }
    if (areNumbers(one, other)) {
      return Numbers.real(one) + Numbers.real(other);
    }
    if (one instanceof Rendered || other instanceof Rendered) {
      Values.refuseUndefined(one, other);
      return new Markup(Markup.of(one).text() + Markup.of(other).text());
    }
    if (one instanceof String a && other instanceof String b) {
      return a + b;
    }
    return joined(one, other);
  }

  private static Object joined(Object one, Object other) {
    boolean lists = one instanceof List && other instanceof List;
    boolean tuples = one instanceof Tuple && other instanceof Tuple;
    if (!lists && !tuples) {
      throw unfit("+", one, other);
    }
    var all = new ArrayList<>(Values.items(one));
    all.addAll(Values.items(other));
    return tuples ? new Tuple(all) : all;
  }

  /** {@code -}. */
  public static Object subtract(Object one, Object other) {
    check("-", one, other);
    return areInts(one, other)
        ? Numbers.integer(one).subtract(Numbers.integer(other))
        : (Object) (Numbers.real(one) - Numbers.real(other));
  }

  /** {@code *}: numbers, or text and lists so many times. */
  public static Object multiply(Object one, Object other) {
    if (areInts(one, other)) {
      var a = Numbers.integer(one);
      var b = Numbers.integer(other);
      limit((long) a.bitLength() + b.bitLength());
      return a.multiply(b);
    }
    if (areNumbers(one, other)) {
      return Numbers.real(one) * Numbers.real(other);
    }
    if (Numbers.isInt(other)) {
      return repeated(one, Math.max(0, Numbers.index(other)), other);
    }
    return Numbers.isInt(one)
        ? repeated(other, Math.max(0, Numbers.index(one)), one)
        : fail("*", one, other);
  }

  private static Object repeated(Object value, int times, Object count) {
    if (!(value instanceof String || value instanceof Markup || value instanceof List)
        && !(value instanceof Tuple)) {
      throw unfit("*", value, count);
    }
    limit((long) Values.length(value) * times);
    if (value instanceof Markup(var text)) {
      return new Markup(text.repeat(times));
    }
    return value instanceof String text ? text.repeat(times) : copies(value, times);
  }

  private static Object copies(Object value, int times) {
    var all = new ArrayList<Object>();
    for (int i = 0; i < times; i++) {
      all.addAll(Values.items(value));
    }
    return value instanceof Tuple ? new Tuple(all) : all;
  }

  /** {@code /}, a float always. */
  public static Object divide(Object one, Object other) {
    check("/", one, other);
    return areInts(one, other) && !(isExact(one) && isExact(other))
        ? quotient(Numbers.integer(one), Numbers.integer(other))
        : Numbers.real(one) / divisor(other);
  }

  private static boolean isExact(Object whole) {
    return Numbers.integer(whole).bitLength() <= BITS_OF_FLOAT;
  }

  private static double quotient(BigInteger one, BigInteger other) {
    refuseZero(other.signum() == 0);
    return Numbers.finite(
        new BigDecimal(one).divide(new BigDecimal(other), MathContext.DECIMAL128).doubleValue());
  }

  /** {@code //}, rounded down. */
  public static Object floorDivide(Object one, Object other) {
    check("//", one, other);
    if (!areInts(one, other)) {
      return floor(Numbers.real(one), divisor(other));
    }
    refuseZero(Numbers.integer(other).signum() == 0);
    var parts = Numbers.integer(one).divideAndRemainder(Numbers.integer(other));
    boolean down = parts[1].signum() != 0 && parts[1].signum() != Numbers.integer(other).signum();
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** {@code %} of numbers: the remainder, with the sign of the divisor. */
  public static Object remainder(Object one, Object other) {
    check("%", one, other);
    if (!areInts(one, other)) {
      return rest(Numbers.real(one), divisor(other));
    }
    var whole = (BigInteger) floorDivide(one, other);
    return Numbers.integer(one).subtract(whole.multiply(Numbers.integer(other)));
  }

  private static double rest(double one, double other) {
    double rest = one % other;
    if (rest == 0) {
      return Math.copySign(0.0, other);
    }
    return rest < 0 != other < 0 ? rest + other : rest;
  }

  /** What is left over is taken away first: 1 // 0.1 is 9, as 0.1 is a little more than a tenth. */
  private static double floor(double one, double other) {
    double quotient = (one - rest(one, other)) / other;
    double floor = Math.floor(quotient);
    return quotient == 0
        ? Math.copySign(0.0, one / other)
        : floor + (quotient - floor > 0.5 ? 1 : 0);
  }

  /** {@code **}. */
  public static Object power(Object one, Object other) {
    check("**", one, other);
    if (!areInts(one, other) || Numbers.integer(other).signum() < 0) {
      return power(Numbers.real(one), Numbers.real(other));
    }
    var base = Numbers.integer(one);
    int exponent = Numbers.index(other);
    limit((long) base.bitLength() * exponent);
    return base.pow(exponent);
  }

  private static double power(double base, double exponent) {
    double power = Math.pow(base, exponent);
    if (!Double.isFinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
      throw new Fault(
          PythonText.real(base) + " ** " + PythonText.real(exponent) + " is no number",
          "Check the values, such as for a negative one.");
    }
    return power;
  }

  /** The other sign. */
  public static Object negate(Object value) {
    if (Numbers.isInt(value)) {
      return Numbers.integer(value).negate();
    }
    return -Numbers.real(value);
  }

  /** Refuses what would be too large to hold. */
  public static void limit(long size) {
    if (size > LARGEST) {
      throw new Fault("a value would become " + size + " characters long", "Make it smaller.");
    }
  }

  private static double divisor(Object value) {
    double divisor = Numbers.real(value);
    refuseZero(divisor == 0);
    return divisor;
  }

  private static void refuseZero(boolean zero) {
    if (zero) {
      throw new Fault(
          "a number is divided by zero", "Test with {% if %} that the divisor is not 0.");
    }
  }

  private static boolean areInts(Object one, Object other) {
    return Numbers.isInt(one) && Numbers.isInt(other);
  }

  private static boolean areNumbers(Object one, Object other) {
    return Numbers.isNumber(one) && Numbers.isNumber(other);
  }

  private static void check(String sign, Object one, Object other) {
    if (!areNumbers(one, other)) {
      throw unfit(sign, one, other);
    }
  }

  private static Object fail(String sign, Object one, Object other) {
    throw unfit(sign, one, other);
  }

  private static Fault unfit(String sign, Object one, Object other) {
    Values.refuseUndefined(one, other);
    return new Fault(
        "“"
            + sign
            + "” does not work between "
            + Values.typeName(one)
            + " and "
            + Values.typeName(other),
        "Make both of one kind with |int, |float or |string; “~” puts any values together as text.");
  }
}
