package dev.patchbay.core.delivery;

import java.time.Duration;

/** Durations and sizes of delivery. */
public record DeliverySettings(
    Ownership ownership, Pace pace, Retry retry, Breaker breaker, TokenLife tokens) {
  private static final Duration SHORTEST_LEASE = Duration.ofMillis(500);

  /** What fits most installations. */
  public static final DeliverySettings DEFAULTS =
      new DeliverySettings(
          new Ownership(Duration.ofSeconds(10), Duration.ofMillis(500), 16, Duration.ofSeconds(30)),
          new Pace(
              2_000,
              Duration.ofSeconds(100),
              Duration.ofMillis(10),
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(1)),
          new Retry(Duration.ofSeconds(1), Duration.ofMinutes(5), 12),
          new Breaker(5, Duration.ofSeconds(2), Duration.ofMinutes(2), Duration.ofMinutes(1)),
          new TokenLife(Duration.ofMinutes(5), Duration.ofHours(24)));

  /**
   * Who works which lane.
   *
   * @param lease how long a silent node keeps its lanes, 500 ms at least; renewed five times within
   * @param poll how often a node looks for lanes to take over, more than zero
   * @param lanesAtOnce most lanes taken over with one look, at least one
   * @param drain how long a closing node waits for calls in flight
   */
  public record Ownership(Duration lease, Duration poll, int lanesAtOnce, Duration drain) {
    public Ownership {
      require(lease.compareTo(SHORTEST_LEASE) >= 0, "lease must be 500 ms at least");
      require(poll.isPositive(), "poll must be more than zero");
      require(lanesAtOnce > 0, "lanesAtOnce must be one at least");
      require(!drain.isNegative(), "drain must not be negative");
    }
  }

  /**
   * The rhythm of a lane.
   *
   * @param batch most deliveries fetched, and rows sent, at once; at least one
   * @param attempt time for one call to the outside, after which nothing of it may be sent; more
   *     than zero
   * @param gather wait after a batch less than half full, so that the next one is larger
   * @param idle an owner without work stays awake this long
   * @param asleep an owner asleep looks again after this long at the latest, more than zero
   * @param held how often a held lane looks whether it may go on, more than zero
   */
  public record Pace(
      int batch, Duration attempt, Duration gather, Duration idle, Duration asleep, Duration held) {
    public Pace {
      require(batch > 0, "batch must be one at least");
      require(attempt.isPositive(), "attempt must be more than zero");
      require(!gather.isNegative() && !idle.isNegative(), "gather, idle must not be negative");
      require(asleep.isPositive() && held.isPositive(), "asleep, held must be more than zero");
    }
  }

  /**
   * What a failure costs.
   *
   * @param backOff ceiling of the first wait; doubles with every further failure
   * @param cap highest ceiling, not below {@code backOff}
   * @param mostTries failures after which a delivery is parked, at least one
   */
  public record Retry(Duration backOff, Duration cap, int mostTries) {
    public Retry {
      require(!backOff.isNegative(), "backOff must not be negative");
      require(cap.compareTo(backOff) >= 0, "cap must not be below backOff");
      require(mostTries > 0, "mostTries must be one at least");
    }
  }

  /**
   * When a connector is left in peace.
   *
   * @param failures failures in a row that open its circuit breaker, at least one
   * @param firstOpen how long it stays open first; doubles with every probe that fails
   * @param longestOpen longest it stays open, not below {@code firstOpen}
   * @param credentialProbe how often a refused credential is tried again
   */
  public record Breaker(
      int failures, Duration firstOpen, Duration longestOpen, Duration credentialProbe) {
    public Breaker {
      require(failures > 0, "failures must be one at least");
      require(!firstOpen.isNegative(), "firstOpen must not be negative");
      require(longestOpen.compareTo(firstOpen) >= 0, "longestOpen is below firstOpen");
      require(!credentialProbe.isNegative(), "credentialProbe must not be negative");
    }
  }

  /**
   * How long tokens stay at the far side once their attempt is settled.
   *
   * @param clean tokens of batches that were answered Applied on their first send
   * @param doubtful any other: longer than a frozen process or a delayed request could still
   *     arrive; not below {@code clean}
   */
  public record TokenLife(Duration clean, Duration doubtful) {
    public TokenLife {
      require(!clean.isNegative(), "clean must not be negative");
      require(doubtful.compareTo(clean) >= 0, "doubtful must not be below clean");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
