package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.IntakeHealth;
import dev.patchbay.spi.intake.IntakeHealth.State;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the intake is: written by the polling thread, read by any. */
final class Condition {
  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

  private final String name;
  private volatile Facts facts = new Facts(null, null, null, false, OptionalLong.empty());

  Condition(String name) {
    this.name = name;
  }

  IntakeHealth health() {
    return facts.health();
  }

  /** A new session begins; what troubled the last one stands until this one does better. */
  void starts() {
    become(new Facts(facts.trouble, null, null, false, OptionalLong.empty()));
  }

  /** The group has told us our partitions, maybe none. */
  void joined() {
    become(new Facts(facts.trouble, facts.obstacle, facts.heldBack, true, facts.lag));
  }

  boolean hasJoined() {
    return facts.joined;
  }

  /** The brokers answer as they should, or not, for this reason. */
  void trouble(@Nullable String reason) {
    become(new Facts(reason, facts.obstacle, facts.heldBack, facts.joined, facts.lag));
  }

  boolean isTroubled() {
    return facts.trouble != null;
  }

  /** Refused records can be copied, or not, for this reason. */
  void obstacle(@Nullable String reason) {
    become(new Facts(facts.trouble, reason, facts.heldBack, facts.joined, facts.lag));
  }

  /** The hub takes what is brought, or not, for this reason. */
  void heldBack(@Nullable String reason) {
    become(new Facts(facts.trouble, facts.obstacle, reason, facts.joined, facts.lag));
  }

  void lag(OptionalLong lag) {
    facts = new Facts(facts.trouble, facts.obstacle, facts.heldBack, facts.joined, lag);
  }

  private void become(Facts next) {
    var before = facts.health();
    facts = next;
    var after = next.health();
    if (before.state() != after.state() || !Objects.equals(before.reason(), after.reason())) {
      log(after);
    }
  }

  private void log(IntakeHealth health) {
    if (health.state() == State.DOWN) {
      LOG.warn("intake {} is down: {}", name, health.reason());
    } else {
      LOG.info("intake {} is {}", name, health.state());
    }
  }

  private record Facts(
      @Nullable String trouble,
      @Nullable String obstacle,
      @Nullable String heldBack,
      boolean joined,
      OptionalLong lag) {
    IntakeHealth health() {
      if (trouble != null || obstacle != null) {
        return IntakeHealth.of(State.DOWN, trouble == null ? String.valueOf(obstacle) : trouble);
      }
      if (heldBack != null) {
        return new IntakeHealth(State.HELD_BACK, heldBack, lag);
      }
      return joined
          ? IntakeHealth.up(lag)
          : IntakeHealth.of(State.STARTING, "Joins the consumer group.");
    }
  }
}
