package dev.patchbay.server.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.server.chaos.check.Checker;
import dev.patchbay.server.chaos.check.Invariant;
import dev.patchbay.server.chaos.fault.NamedFault;
import dev.patchbay.server.chaos.load.Feeder;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.Rows;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One fault after the other: it strikes under load, the hub has to become healthy by itself, then
 * the load pauses until nothing is on its way, and everything is looked at.
 */
final class Course {
  private static final Duration CALM = Duration.ofMillis(500);
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration RECOVERY = Duration.ofSeconds(30);
  private static final Duration DRAIN = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int HEALTHY_FACTS = 25;
  private static final String OPEN =
      """
      SELECT count(*) || ' deliveries in state ' || d.state || ' due ' || coalesce(min(d.due_at)::text, 'now')
        || ' (' || coalesce(min(d.cause), 'no cause') || ') of lane ' || d.lane_id
        || ', which is due ' || l.due_at || ' and node ' || coalesce(l.owner::text, 'none') || ' owns, of which '
        || coalesce((SELECT name || ' is registered until ' || expires_at FROM node WHERE node_id = l.owner), 'nothing is known')
      FROM delivery d JOIN lane l USING (lane_id) WHERE d.state IN (0, 1)
      GROUP BY d.lane_id, d.state, l.due_at, l.owner
      UNION ALL SELECT 'attempt ' || attempt || ' of lane ' || lane_id FROM open_attempt
      """;

  private final ChaosRig rig;
  private final Checker checker;
  private final Table table;
  private Duration clockError = Duration.ZERO;

  Course(ChaosRig rig, Table table) {
    this.rig = rig;
    this.checker = new Checker(rig);
    this.table = table;
  }

  /** Runs them all; what they violate stands in the table. */
  void run(List<NamedFault> faults) throws Exception {
    assertThat(recovers(LONGEST_START)).as("from the start").isEmpty();
    rig.feeders().forEach(Feeder::pause);
    drain();
    rig.feeders().forEach(Feeder::resume);
    for (var fault : faults) {
      survive(fault);
    }
  }

  private void survive(NamedFault fault) throws Exception {
    Pause.of(CALM);
    fault.strike().on(rig);
    long ended = System.nanoTime();
    var sick = recovers(RECOVERY);
    var healthyAfter = Duration.ofNanos(System.nanoTime() - ended);
    rig.feeders().forEach(Feeder::pause);
    try {
      drain();
      var wrong = checker.look(longer(fault.clockError(), clockError));
      wrong.put(Invariant.HEALTHY, sick);
      table.add(fault, healthyAfter, wrong);
    } finally {
      rig.feeders().forEach(Feeder::resume);
    }
    clockError = fault.clockError();
  }

  /** Whether the service gets facts again soon, of both brokers. */
  private List<String> recovers(Duration within) throws Exception {
    try {
      for (var feeder : rig.feeders()) {
        long before = applied(feeder);
        Eventually.within(within)
            .isTrue("facts do not get through", () -> applied(feeder) >= before + HEALTHY_FACTS);
      }
      return List.of();
    } catch (AssertionError sick) {
      return List.of(String.valueOf(sick.getMessage()));
    }
  }

  private long applied(Feeder feeder) throws Exception {
    Pause.of(BETWEEN_LOOKS);
    return rig.service().facts().stream().filter(feeder::made).count();
  }

  /** Returns when the hub has all that brokers were left, and has nothing to do. */
  private void drain() throws Exception {
    try (var rows = rig.rows()) {
      Eventually.within(DRAIN).passes(() -> assertThat(onItsWay(rows)).isEmpty());
    }
  }

  /** What is stored is asked first: an event that comes in between is open, then. */
  private List<String> onItsWay(Rows rows) throws Exception {
    Pause.of(BETWEEN_LOOKS);
    long missing = rig.ledger().size() - rows.number("SELECT count(*) FROM event");
    var open = new ArrayList<>(rows.column(OPEN));
    if (missing > 0) {
      open.add(missing + " facts are not stored");
    }
    return open;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
