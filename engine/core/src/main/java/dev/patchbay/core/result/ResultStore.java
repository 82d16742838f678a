package dev.patchbay.core.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Results that wait to be sent: an outbox, written in the transaction that makes a delivery DEAD.
 * Thread-safe.
 */
public interface ResultStore {
  /** How long nobody else gets what was claimed, by the clock of the store. */
  Duration CLAIM = Duration.ofSeconds(30);

  /**
   * Takes the oldest results of an intake that nobody else holds.
   *
   * @param most at least one
   * @return empty of results if there are none
   */
  Claim claim(String intake, int most);

  /** They were sent; they are kept no more. Does nothing to those that are gone. */
  void done(Claim claim);

  /** They were not sent: whoever asks next gets them. Nothing once the claim has run out. */
  void giveBack(Claim claim);

  /** Removes all results of an intake that tells none; returns how many there were. */
  int discard(String intake);

  /** How many wait, claimed or not, for each configured intake. */
  Map<String, Long> waiting();

  /**
   * Results in the hands of one node.
   *
   * @param until when others may get them; tells this claim from a later one
   * @param results oldest first
   */
  record Claim(Instant until, List<FailedDelivery> results) {
    public Claim {
      results = List.copyOf(results);
    }
  }
}
