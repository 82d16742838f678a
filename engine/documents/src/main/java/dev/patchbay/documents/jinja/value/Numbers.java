package dev.patchbay.documents.jinja.value;

import java.math.BigInteger;

/** Python's numbers: whole ones of any size, and floats. */
public final class Numbers {
  private static final BigInteger MAX = BigInteger.valueOf(Integer.MAX_VALUE);

  private Numbers() {}

  /** Whether arithmetic can be done with it; truth values count as 0 and 1. */
  public static boolean isNumber(Object value) {
    return value instanceof BigInteger || value instanceof Double || value instanceof Boolean;
  }

  /** Whether it is whole, or a truth value. */
  public static boolean isInt(Object value) {
    return value instanceof BigInteger || value instanceof Boolean;
  }

  /** A Java number as a value. */
  public static BigInteger of(long number) {
    return BigInteger.valueOf(number);
  }

  /** A whole number; refuses others. */
  public static BigInteger integer(Object value) {
    return switch (value) {
      case BigInteger number -> number;
      case Boolean truth -> truth ? BigInteger.ONE : BigInteger.ZERO;
      case Undefined undefined -> throw undefined.fault();
      default ->
          throw new Fault(
              PythonText.repr(value) + " is not a whole number", "Use |int to make one of it.");
    };
  }

  /** A whole number that counts or points at something. */
  public static int index(Object value) {
    var number = integer(value);
    if (number.abs().compareTo(MAX) > 0) {
      throw new Fault(
          "the number " + number.toString().length() + " digits long is too large",
          "Use a smaller one.");
    }
    return number.intValue();
  }

  /** The character of this number. */
  static String character(Object value) {
    int number = index(value);
    if (!Character.isValidCodePoint(number)) {
      throw new Fault("there is no character " + number, "Use a number from 0 to 1114111.");
    }
    return Character.toString(number);
  }

  /** A float that was made of whole numbers. */
  static double finite(double number) {
    if (Double.isInfinite(number)) {
      throw new Fault("a whole number is too large for a fraction", "Use a smaller one.");
    }
    return number;
  }

  /** As a float; refuses what is no number, and whole numbers that are too large for one. */
  public static double real(Object value) {
    return switch (value) {
      case Double number -> number;
      case BigInteger number -> finite(number.doubleValue());
      case Boolean truth -> truth ? 1 : 0;
      case Undefined undefined -> throw undefined.fault();
      default ->
          throw new Fault(
              PythonText.repr(value) + " is not a number", "Use |int or |float to make one of it.");
    };
  }
}
