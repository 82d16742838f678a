package dev.patchbay.server.chaos.fault;

import dev.patchbay.core.delivery.DeliverySettings;
import dev.patchbay.core.delivery.Stage;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.demo.Pause;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Nodes die, stand still, stop, and take lanes from each other. */
final class NodeFaults {
  private static final Duration THREE_LEASES =
      DeliverySettings.DEFAULTS.ownership().lease().multipliedBy(3);
  private static final Duration BETWEEN_RACES = Duration.ofMillis(800);
  private static final int RACES = 5;

  private NodeFaults() {}

  static Stream<NamedFault> all() {
    var others =
        List.of(
            NamedFault.of("kill -9 of both nodes at once", NodeFaults::bothDieAndRise),
            NamedFault.of("a node is stopped with work in flight (SIGTERM)", NodeFaults::restart),
            race());
    return Stream.concat(
        Stream.of(Stage.values()).flatMap(stage -> Stream.of(dies(stage), standsStill(stage))),
        others.stream());
  }

  static NamedFault dies(Stage stage) {
    return NamedFault.of(
        "kill -9 of a node " + where(stage),
        rig -> {
          rig.one().process().dieAt(stage);
          rig.one().process().rise();
        });
  }

  private static NamedFault standsStill(Stage stage) {
    return NamedFault.of(
        "a node stands still for three leases " + where(stage),
        rig -> rig.other().process().freezeAt(stage, THREE_LEASES));
  }

  static NamedFault race() {
    return NamedFault.of("two nodes race for every lane, again and again", NodeFaults::takeAway);
  }

  private static String where(Stage stage) {
    return switch (stage) {
      case AFTER_ACCEPT_COMMIT -> "that has committed events and not told the broker";
      case AFTER_INTENT -> "after its intent";
      case AFTER_SEND -> "after it sent";
      case BEFORE_OUTCOME_COMMIT -> "before it commits an outcome";
    };
  }

  private static void bothDieAndRise(ChaosRig rig) {
    rig.nodes().forEach(node -> node.process().dieNow());
    rig.nodes().forEach(node -> node.process().rise());
  }

  private static void restart(ChaosRig rig) {
    rig.other().process().restart();
  }

  /** One is taken for dead, then the other; both go on and learn of it seconds later. */
  private static void takeAway(ChaosRig rig) throws Exception {
    try (var rows = rig.rows()) {
      for (int i = 0; i < RACES; i++) {
        rows.run("DELETE FROM node WHERE node_id = (SELECT min(node_id) FROM node)");
        Pause.of(BETWEEN_RACES);
      }
    }
  }
}
