package dev.patchbay.core.delivery;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * When a failed delivery is tried again: exponential, capped, full jitter, never earlier than the
 * far side asked for, parked after the last try. Thread-safe if its chance is.
 */
public final class RetryPolicy {
  private static final int MOST_DOUBLINGS = 20;

  private final DeliverySettings.Retry settings;
  private final RandomGenerator chance;

  public RetryPolicy(DeliverySettings.Retry settings, RandomGenerator chance) {
    this.settings = settings;
    this.chance = chance;
  }

  /**
   * Verdicts on deliveries that failed together; those with as many tries behind them wait equally
   * long, so that they stay together.
   *
   * @param after wait at least this long
   */
  public List<Verdict> failed(List<QueuedDelivery> deliveries, Cause cause, Duration after) {
    var tries = new LinkedHashMap<Long, Integer>();
    deliveries.forEach(delivery -> tries.put(delivery.seq(), delivery.tries()));
    return failed(tries, cause, after);
  }

  /**
   * Likewise.
   *
   * @param deliveries attempts that failed before this one, by place in the lane
   */
  public List<Verdict> failed(Map<Long, Integer> deliveries, Cause cause, Duration after) {
    var pauses = new HashMap<Integer, Duration>();
    var verdicts = new ArrayList<Verdict>();
    deliveries.forEach(
        (seq, tries) ->
            verdicts.add(
                tries + 1 >= settings.mostTries()
                    ? new Verdict.Park(seq, cause)
                    : new Verdict.BackOff(
                        seq, cause, pauses.computeIfAbsent(tries, it -> pause(it, after)))));
    return verdicts;
  }

  /** How long to wait after this many failures before, at least {@code after}. */
  public Duration pause(int failures, Duration after) {
    var jittered = Duration.ofMillis(chance.nextLong(ceiling(failures).toMillis() + 1));
    return jittered.compareTo(after) > 0 ? jittered : after;
  }

  private Duration ceiling(int failures) {
    var doubled = settings.backOff().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return doubled.compareTo(settings.cap()) < 0 ? doubled : settings.cap();
  }
}
