package dev.patchbay.server.bench;

import java.time.Duration;

/**
 * How much is done. Medians of several rounds are told.
 *
 * @param rounds equal runs of which the median counts
 * @param warmUps rounds before the first that counts, at most
 * @param load how long one round of load lasts
 * @param read events at a broker that one round reads
 * @param stored deliveries that lists are read from
 * @param tableRows rows of a spreadsheet
 */
public record Scale(int rounds, int warmUps, Duration load, int read, int stored, int tableRows) {
  public static final Scale FULL =
      new Scale(5, 12, Duration.ofSeconds(10), 60_000, 1_000_000, 200_000);
  public static final Scale QUICK = new Scale(1, 2, Duration.ofSeconds(3), 10_000, 50_000, 20_000);
}
