package dev.patchbay.intakes.redis;

import dev.patchbay.spi.intake.IntakeHealth;
import dev.patchbay.spi.intake.IntakeHealth.State;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an intake is: written by its thread, read by any; each change is logged once. */
final class Vitals {
  private static final Logger log = LoggerFactory.getLogger(Vitals.class);
  private final String intake;
  private volatile IntakeHealth health;

  Vitals(String intake, RedisAddress address) {
    this.intake = intake;
    health = IntakeHealth.of(State.STARTING, "Connecting to Redis at " + address + ".");
  }

  IntakeHealth health() {
    return health;
  }

  /** Whether the broker answered since it was down last. */
  boolean isConnected() {
    return health.state() == State.UP || health.state() == State.HELD_BACK;
  }

  void up() {
    if (health.state() != State.UP) {
      log.info("intake {} reads", intake);
      health = IntakeHealth.up(health.lag());
    }
  }

  void heldBack(String reason) {
    if (changes(State.HELD_BACK, reason)) {
      log.warn("intake {} is held back: {}", intake, reason);
      health = new IntakeHealth(State.HELD_BACK, reason, health.lag());
    }
  }

  void down(String reason) {
    if (changes(State.DOWN, reason)) {
      log.warn("intake {} is down: {}", intake, reason);
      health = IntakeHealth.of(State.DOWN, reason);
    }
  }

  /** What the broker still has for us. */
  void lag(OptionalLong lag) {
    health = new IntakeHealth(health.state(), health.reason(), lag);
  }

  private boolean changes(State state, String reason) {
    return health.state() != state || !reason.equals(health.reason());
  }
}
