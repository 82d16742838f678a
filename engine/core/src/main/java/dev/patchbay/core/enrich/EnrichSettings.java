package dev.patchbay.core.enrich;

import java.time.Duration;

/**
 * Durations and sizes of enrichment.
 *
 * @param atOnce calls to one service at the same time on this node, at least one
 * @param batch how long the rows of a batch wait for what they need together
 * @param call after which a call to a service is given up, longer than {@code batch}
 * @param pauses how long rows wait
 * @param memory bytes of answers that are kept, more than zero
 */
public record EnrichSettings(
    int atOnce, Duration batch, Duration call, Pauses pauses, long memory) {
  /** What fits most installations. */
  public static final EnrichSettings DEFAULTS =
      new EnrichSettings(
          8,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
          32 << 20);

  /**
   * How long rows wait before they ask again.
   *
   * @param shortest at first, more than zero; doubles with every failure of the same path
   * @param longest at most, unless the service asks for more
   * @param credential how often a refused credential is tried again
   */
  public record Pauses(Duration shortest, Duration longest, Duration credential) {
    public Pauses {
      require(shortest.toMillis() > 0, "shortest must be a millisecond at least");
      require(longest.compareTo(shortest) >= 0, "longest is below shortest");
    }

    /** After so many failures, one at least. */
    Duration after(int failures) {
      var doubled = shortest.multipliedBy(1L << Math.min(failures - 1, 20));
      return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
  }

  public EnrichSettings {
    require(atOnce > 0, "atOnce must be one at least");
    require(batch.isPositive(), "batch must be more than zero");
    require(call.compareTo(batch) >= 0, "call is below batch");
    require(memory > 0, "memory must be more than zero");
  }

  /** The same with other pauses. */
  public EnrichSettings withPauses(Pauses value) {
    return new EnrichSettings(atOnce, batch, call, value, memory);
  }

  /** The same with another deadline for a batch. */
  public EnrichSettings withBatch(Duration value) {
    return new EnrichSettings(atOnce, value, call, pauses, memory);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
