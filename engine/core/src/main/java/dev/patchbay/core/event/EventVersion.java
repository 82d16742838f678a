package dev.patchbay.core.event;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Order of facts about one subject: CloudEvents {@code sequence} extension, else {@code
 * data.version}, else {@code time}, and the arrival number where these are equal. Totally ordered:
 * time before data.version before sequence, numbers before other text.
 *
 * @param rank 0 arrival only, 1 time, 2 data.version, 3 sequence
 * @param number value where it is a number or a time (milliseconds), zero otherwise
 * @param text value where it is not a number, empty otherwise
 * @param arrival sequence number on the lane
 */
public record EventVersion(int rank, BigDecimal number, String text, long arrival)
    implements Comparable<EventVersion> {
  private static final Comparator<EventVersion> ORDER =
      Comparator.comparingInt(EventVersion::rank)
          .thenComparing(EventVersion::text)
          .thenComparing(EventVersion::number)
          .thenComparingLong(EventVersion::arrival);

  @Override
  public int compareTo(EventVersion other) {
    return ORDER.compare(this, other);
  }
}
