package dev.patchbay.server.chaos.fault;

import dev.patchbay.server.chaos.check.Invariant;
import dev.patchbay.server.chaos.rig.ChaosRig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * One thing that goes wrong.
 *
 * @param name a sentence
 * @param strike breaks it and mends what the hub cannot mend; throws if the hub does not say what
 *     it has to say meanwhile
 * @param notApplicable what this fault takes away by its nature
 * @param clockError how wrong it sets a node's clock
 */
public record NamedFault(
    String name, Strike strike, Set<Invariant> notApplicable, Duration clockError) {
  public NamedFault {
    notApplicable = Set.copyOf(notApplicable);
  }

  /** Breaks something, and returns when it is mended. */
  @FunctionalInterface
  public interface Strike {
    void on(ChaosRig rig) throws Exception;
  }

  static NamedFault of(String name, Strike strike) {
    return new NamedFault(name, strike, EnumSet.noneOf(Invariant.class), Duration.ZERO);
  }

  NamedFault without(Invariant invariant) {
    return new NamedFault(name, strike, EnumSet.of(invariant), clockError);
  }

  NamedFault withClockError(Duration error) {
    return new NamedFault(name, strike, notApplicable, error);
  }
}
