package dev.patchbay.server.bench;

import java.util.Locale;

/**
 * One measured number.
 *
 * @param what with its unit
 * @param goal what it should be
 */
public record Figure(String what, double value, Goal goal) {
  /** What a number is measured for. */
  public sealed interface Goal {
    boolean isMetBy(double value);

    /** At least this. */
    record AtLeast(double limit) implements Goal {
      @Override
      public boolean isMetBy(double value) {
        return value >= limit;
      }
    }

    /** At most this. */
    record AtMost(double limit) implements Goal {
      @Override
      public boolean isMetBy(double value) {
        return value <= limit;
      }
    }

    /** Told, not judged. */
    record Open() implements Goal {
      @Override
      public boolean isMetBy(double value) {
        return true;
      }
    }
  }

  /** A number that is only told. */
  public static Figure of(String what, double value) {
    return new Figure(what, value, new Goal.Open());
  }

  /** The same, which should be this at least. */
  public Figure atLeast(double limit) {
    return new Figure(what, value, new Goal.AtLeast(limit));
  }

  /** The same, which should be this at most. */
  public Figure atMost(double limit) {
    return new Figure(what, value, new Goal.AtMost(limit));
  }

  boolean isMet() {
    return goal.isMetBy(value);
  }

  String measured() {
    return text(value);
  }

  String wanted() {
    return switch (goal) {
      case Goal.AtLeast(var limit) -> "≥ " + text(limit);
      case Goal.AtMost(var limit) -> "≤ " + text(limit);
      case Goal.Open _ -> "";
    };
  }

  private static String text(double number) {
    if (number == Math.rint(number) || number >= 100) {
      return String.format(Locale.ROOT, "%,d", Math.round(number));
    }
    return String.format(Locale.ROOT, number >= 10 ? "%.1f" : "%.3f", number);
  }
}
