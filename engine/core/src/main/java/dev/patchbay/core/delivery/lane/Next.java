package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.LaneActivity;
import java.time.Duration;

/** What a lane's worker wants after a step. */
public sealed interface Next {
  /** The next step at once. */
  record Again() implements Next {}

  /**
   * The next step after this long.
   *
   * @param wakeable whether new work ends the wait
   */
  record Wait(Duration time, LaneActivity why, boolean wakeable) implements Next {}

  /** No further step: another node has the lane. */
  record Drop() implements Next {}

  /** The next step at once. */
  Next AGAIN = new Again();
}
