package dev.patchbay.server.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.chaos.load.Fact;
import dev.patchbay.server.chaos.load.Facts;
import dev.patchbay.server.chaos.load.Outlet.Message;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.Setup;
import dev.patchbay.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Events that are none, that fit nothing, and that come again and again. */
final class EventFaults {
  private static final int DIFFERENT = 300;
  private static final int COPIES = 10;

  private EventFaults() {}

  static Stream<NamedFault> all() {
    return Stream.of(
        noEvent(),
        NamedFault.of("an event that breaks its contract", EventFaults::breaksContract),
        breaksMapping(),
        tenTimes());
  }

  static NamedFault noEvent() {
    return NamedFault.of("records that are no events", EventFaults::leaveNoEvents);
  }

  static NamedFault breaksMapping() {
    return NamedFault.of("an event that no row can be made of", EventFaults::leaveUnmappable);
  }

  static NamedFault tenTimes() {
    return NamedFault.of(
        "every event comes ten times, by both brokers, out of order", EventFaults::repeat);
  }

  private static void leaveNoEvents(ChaosRig rig) {
    var nonsense = new Message("nonsense", "no JSON".getBytes(StandardCharsets.UTF_8));
    rig.kafka().leave(List.of(nonsense));
    rig.redis().leave(List.of(nonsense));
    for (var intake : List.of(Setup.KAFKA, Setup.REDIS)) {
      Eventually.soon()
          .isTrue(
              "the record is kept by " + intake,
              () ->
                  rig.one()
                      .api()
                      .get("intakes/" + intake + "/unreadable")
                      .orFail()
                      .findValuesAsText("text")
                      .contains("no JSON"));
    }
  }

  private static void breaksContract(ChaosRig rig) throws Exception {
    var fact = new Fact("quarantined", 1, Map.of());
    rig.kafka().leave(List.of(new Message(fact.key(), fact.json(Map.of("title", 7)))));
    try (var rows = rig.rows()) {
      Eventually.soon()
          .isTrue(
              "the event is quarantined",
              () ->
                  rows.number(
                          "SELECT count(*) FROM quarantine WHERE event_id = '" + fact.id() + "'")
                      == 1);
    }
  }

  /** It has no number where one belongs. Other targets can do with it. */
  private static void leaveUnmappable(ChaosRig rig) {
    var fact = new Fact("parked", 1, Map.of("title", "title 1"));
    var count = Map.<String, Object>of("attributes", Map.of("count", "many"));
    rig.redis().leaveFact(fact, count);
    Eventually.soon()
        .passes(
            () ->
                assertThat(rig.one().hub().deliveries(DeliveryState.DEAD, 100).orFail().items())
                    .filteredOn(delivery -> delivery.key().equals(fact.key()))
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.cause()).contains("whole number")));
  }

  private static void repeat(ChaosRig rig) {
    var facts = new Facts("x").next(DIFFERENT);
    var copies = new ArrayList<Fact>();
    Collections.nCopies(COPIES, facts).forEach(copies::addAll);
    Collections.shuffle(copies, new Random(7));
    int half = copies.size() / 2;
    rig.kafka().leave(copies.subList(0, half).stream().map(Message::of).toList());
    rig.redis().leave(copies.subList(half, copies.size()).stream().map(Message::of).toList());
    rig.ledger().left(facts);
  }
}
