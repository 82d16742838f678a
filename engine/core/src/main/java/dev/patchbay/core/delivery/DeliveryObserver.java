package dev.patchbay.core.delivery;

import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.spi.Cause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Told what lanes do, for metrics and live views. Called on the lane's thread: must return at once
 * and must not throw. Thread-safe.
 */
public interface DeliveryObserver {
  /** Hears nothing. */
  DeliveryObserver NONE = new DeliveryObserver() {};

  /** A batch is about to be sent. */
  default void attemptStarted(Attempted attempt) {}

  /**
   * Its answer is known, or known to be lost.
   *
   * @param outcome name of the SPI's outcome, for example {@code Applied}
   * @param took time of the call
   */
  default void attemptEnded(Attempted attempt, String outcome, Duration took) {}

  /** Deliveries of a lane changed their state; committed. */
  default void settled(LaneLease lane, Change change, int deliveries) {}

  /**
   * What a lane does changed.
   *
   * @param cause why it waits, null if there is nothing to say
   */
  default void laneChanged(LaneLease lane, LaneActivity activity, @Nullable Cause cause) {}

  /** One attempt. */
  record Attempted(LaneLease lane, String connector, int rows, int deliveries) {}

  /** What became of deliveries. */
  enum Change {
    DELIVERED,
    SUPERSEDED,
    BACKED_OFF,
    DEAD,
    UNKNOWN,
    VOIDED
  }
}
