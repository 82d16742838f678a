package dev.patchbay.model.intake;

/** What an intake does on a node. */
public enum IntakeState {
  /** Not connected yet. */
  STARTING,
  /** Reads. */
  UP,
  /** Connected, but the hub takes nothing more for now; reading waits. */
  HELD_BACK,
  /** The broker cannot be reached or refuses; tried again without help. */
  DOWN
}
