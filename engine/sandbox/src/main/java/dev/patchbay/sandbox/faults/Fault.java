package dev.patchbay.sandbox.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.SplittableRandom;

/** A fault that is on. Kept and asked by {@link Faults} under its lock. */
final class Fault {

  private final FaultPlan plan;
  private final SplittableRandom chance;
  private long fired;

  Fault(FaultPlan plan) {
    this.plan = plan;
    this.chance = new SplittableRandom(plan.seed());
  }

  /** Whether it strikes this call; each asking draws from the seed. */
  boolean strikes(String called) {
    boolean spent = plan.count().isPresent() && fired >= plan.count().getAsLong();
    if (!plan.means(called) || spent || chance.nextDouble() >= plan.rate()) {
      return false;
    }
    fired++;
    return true;
  }

  /** What its latest firing does. */
  Strike strike() {
    String turned = fired % 2 == 1 ? "DESCENDING" : "ASCENDING";
    return new Strike(
        plan.kind(),
        Duration.ofMillis((long) (plan.delaySeconds() * 1000)),
        plan.column(),
        plan.order().isEmpty() ? turned : plan.order());
  }

  ObjectNode toJson() {
    return plan.toJson().put("fired", fired);
  }
}
