package dev.patchbay.server.chaos.fault;

import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.Fault.Direction;
import dev.patchbay.testkit.TcpFaultProxy;
import java.time.Duration;
import java.util.stream.Stream;

/** The network between nodes and database, and between nodes and brokers. */
final class NetworkFaults {
  private static final Duration A_WHILE = Duration.ofSeconds(2);
  private static final Duration LONGER_THAN_A_LEASE =
      DeliverySettings.DEFAULTS.ownership().lease().plusSeconds(3);
  private static final Fault SLOW = new Fault.Delay(Duration.ofMillis(40));

  private NetworkFaults() {}

  static Stream<NamedFault> all() {
    return Stream.of(
        commitAnswers(),
        NamedFault.of(
            "the network to the database is slow (40 ms each way)",
            rig -> {
              rig.nodes().forEach(node -> node.database().inject(SLOW));
              Pause.of(A_WHILE.multipliedBy(3));
              rig.nodes().forEach(node -> node.database().heal());
            }),
        NamedFault.of(
            "a node is cut off from the database for longer than its lease",
            rig -> during(rig.other().database(), new Fault.Cut(), LONGER_THAN_A_LEASE)),
        halfOpen(Direction.ANSWER, "answers of the database get lost"),
        halfOpen(Direction.REQUEST, "requests to the database get lost"),
        NamedFault.of(
            "connections to Kafka are reset", rig -> rig.brokers().toKafka().resetConnections()),
        NamedFault.of(
            "the network to Redis ends for a while",
            rig -> during(rig.brokers().redis().proxy(), new Fault.Cut(), A_WHILE)),
        NamedFault.of(
            "connections to Redis break off in the middle of an answer",
            rig ->
                during(
                    rig.brokers().redis().proxy(),
                    new Fault.ResetAfter(Direction.ANSWER, 5_000),
                    A_WHILE)));
  }

  static NamedFault commitAnswers() {
    return NamedFault.of(
        "connections end between COMMIT and its answer, on both nodes in turn",
        NetworkFaults::cutCommits);
  }

  private static NamedFault halfOpen(Direction direction, String what) {
    return NamedFault.of(
        what + " on one node and no connection ends",
        rig -> during(rig.other().database(), new Fault.HalfOpen(direction), LONGER_THAN_A_LEASE));
  }

  private static void cutCommits(ChaosRig rig) {
    for (var node : rig.nodes()) {
      during(node.database(), new Fault.CutAnswerTo("COMMIT"), A_WHILE);
    }
  }

  private static void during(TcpFaultProxy proxy, Fault fault, Duration time) {
    proxy.inject(fault);
    try {
      Pause.of(time);
    } finally {
      proxy.heal();
    }
  }
}
