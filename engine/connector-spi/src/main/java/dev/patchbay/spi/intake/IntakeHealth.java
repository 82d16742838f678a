package dev.patchbay.spi.intake;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How an intake is on this node.
 *
 * @param reason why it is not up, for a person; null if it is
 * @param lag records in the broker that the hub has not stored yet, empty if not known
 */
public record IntakeHealth(State state, @Nullable String reason, OptionalLong lag) {
  /** What it does. */
  public enum State {
    /** Not connected yet. */
    STARTING,
    /** Reads. */
    UP,
    /** Connected, but the hub takes nothing more for now; reading waits. */
    HELD_BACK,
    /** The broker cannot be reached or refuses; tried again by itself. */
    DOWN
  }

  /** Connected and reading. */
  public static IntakeHealth up(OptionalLong lag) {
    return new IntakeHealth(State.UP, null, lag);
  }

  /** Not reading, with the reason. */
  public static IntakeHealth of(State state, String reason) {
    return new IntakeHealth(state, reason, OptionalLong.empty());
  }
}
