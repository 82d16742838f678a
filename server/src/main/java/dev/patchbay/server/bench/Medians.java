package dev.patchbay.server.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Orders of many equal measurements. */
public final class Medians {
  private Medians() {}

  /** The median of what is measured in each round. */
  public static <T> double of(List<T> rounds, ToDoubleFunction<T> value) {
    return percentile(rounds.stream().mapToDouble(value).toArray(), 50);
  }

  /** Nearest rank; zero of nothing. */
  public static double percentile(double[] values, int percent) {
    if (values.length == 0) {
      return 0;
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
  }
}
