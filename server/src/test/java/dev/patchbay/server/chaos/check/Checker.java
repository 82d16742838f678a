package dev.patchbay.server.chaos.check;

import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.service.Applied;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Looks at the rig after every fault, while nothing is on its way. */
public final class Checker {
  private final ChaosRig rig;
  private final List<Check> checks =
      List.of(
          new AllDelivered(),
          new AppliedOnce(),
          new LastState(),
          new InOrder(),
          new TerminalStays(),
          new IntentFirst(),
          new BooksEqualRows());
  private Instant since = Instant.now();
  private int facts;
  private int applied;

  public Checker(ChaosRig rig) {
    this.rig = rig;
  }

  /**
   * What is wrong, by invariant; an invariant without an entry was not looked at.
   *
   * @param clockError how wrong the nodes' clocks may have been since the last look
   */
  public Map<Invariant, List<String>> look(Duration clockError) throws Exception {
    var now = Instant.now();
    var wrong = new EnumMap<Invariant, List<String>>(Invariant.class);
    try (var rows = rig.rows()) {
      var scene =
          new Scene(
              rig.ledger(),
              rig.ledger().after(facts),
              freshlyApplied(),
              rig.service().facts(),
              rows,
              rig.one().hub().counts().orFail(),
              since,
              clockError);
      for (var check : checks) {
        wrong.put(check.invariant(), check.violations(scene));
      }
    }
    since = now;
    facts = rig.ledger().size();
    return wrong;
  }

  private List<Applied> freshlyApplied() throws Exception {
    var all = rig.service().applied();
    var fresh = List.copyOf(all.subList(applied, all.size()));
    applied = all.size();
    return fresh;
  }
}
