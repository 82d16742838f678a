package dev.patchbay.server.bench.sink;

import dev.patchbay.server.bench.Medians;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** What came at one path of the sink. Thread-safe. */
final class Arrivals {
  private final Map<String, DoubleStream.Builder> waits = new HashMap<>();
  private final Map<String, Long> counts = new HashMap<>();
  private long last;

  /**
   * A row came.
   *
   * @param group that it is counted in
   * @param millis since its event happened
   */
  synchronized void add(String group, double millis) {
    counts.merge(group, 1L, Long::sum);
    last = System.currentTimeMillis();
    waits.computeIfAbsent(group, _ -> DoubleStream.builder()).add(millis);
  }

  /** Forgets what came and tells of it. */
  synchronized Told tell() {
    var groups = new HashMap<String, Waits>();
    waits.forEach((group, millis) -> groups.put(group, Waits.of(millis.build().toArray())));
    var told = new Told(last, groups);
    waits.clear();
    counts.clear();
    return told;
  }

  /** How many of a group came since the last time it was told. */
  synchronized long rows(String group) {
    return counts.getOrDefault(group, 0L);
  }

  /**
   * What came.
   *
   * @param lastMillis when the last row came, by the wall clock
   */
  record Told(long lastMillis, Map<String, Waits> groups) {
    Told {
      groups = Map.copyOf(groups);
    }

    /** How long rows of a group took. */
    Waits of(String group) {
      return groups.getOrDefault(group, Waits.NONE);
    }
  }

  /** How long rows took from their event, in milliseconds. */
  record Waits(int rows, double p50, double p95, double p99) {
    static final Waits NONE = new Waits(0, 0, 0, 0);

    static Waits of(double[] millis) {
      return new Waits(
          millis.length,
          Medians.percentile(millis, 50),
          Medians.percentile(millis, 95),
          Medians.percentile(millis, 99));
    }
  }
}
