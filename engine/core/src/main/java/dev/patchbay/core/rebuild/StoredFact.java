package dev.patchbay.core.rebuild;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A stored event, and what became of it at the target.
 *
 * @param payload the envelope as stored
 * @param past its deliveries there, at the moment when it was read
 */
public record StoredFact(UUID id, byte[] payload, List<Past> past) {
  public StoredFact {
    past = List.copyOf(past);
  }

  /**
   * A delivery.
   *
   * @param seq its place in the lane
   */
  public record Past(int route, RowPlace place, long seq, Fate fate) {}

  /** What became of a delivery. */
  public enum Fate {
    /** It was applied, or something newer was. */
    DONE,
    /** Its lane or a person decides yet. */
    OPEN,
    /** A person decided against it. */
    CANCELLED
  }

  /** Its delivery by a route. */
  Optional<Past> of(int route) {
    return past.stream().filter(delivery -> delivery.route() == route).findFirst();
  }

  /** Its place in the lane if it was applied by whichever route. */
  Optional<Long> applied() {
    return past.stream().filter(it -> it.fate() == Fate.DONE).map(Past::seq).findFirst();
  }

  /**
   * Stands for the place in the lane of what was never delivered: before all that was, in the order
   * in which it was accepted.
   */
  long undelivered() {
    return Long.MIN_VALUE / 2 + (id.getMostSignificantBits() >>> 16);
  }
}
