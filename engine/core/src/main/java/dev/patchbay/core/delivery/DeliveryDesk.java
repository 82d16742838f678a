package dev.patchbay.core.delivery;

import java.util.Set;

/**
 * What people do to deliveries and lanes from outside. Every change wakes the owner. Thread-safe.
 */
public interface DeliveryDesk {
  /** Puts a DEAD delivery back on its lane; false if it is not DEAD. */
  boolean retry(int lane, long seq);

  /** Cancels a PENDING or DEAD delivery that is in no open attempt; false otherwise. */
  boolean cancel(int lane, long seq);

  /** Pauses or resumes every lane of the targets. */
  void pause(Set<Integer> targets, boolean paused);

  /** Makes everything that waits in the lanes of these targets due now. */
  void trigger(Set<Integer> targets);
}
