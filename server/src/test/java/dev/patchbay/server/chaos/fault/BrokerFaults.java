package dev.patchbay.server.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.intake.IncidentKind;
import dev.patchbay.model.intake.IncidentView;
import dev.patchbay.server.chaos.load.KafkaOutlet;
import dev.patchbay.server.chaos.load.Outlet;
import dev.patchbay.server.chaos.rig.ChaosRig;
import dev.patchbay.server.chaos.rig.Setup;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Brokers die, forget, and shuffle their readers. */
final class BrokerFaults {
  private static final String GROUP = "patchbay";
  private static final Duration LONGEST_SWITCH = Duration.ofSeconds(30);

  private BrokerFaults() {}

  static Stream<NamedFault> all() {
    return Stream.of(
        redisDies(),
        NamedFault.of("FLUSHALL of Redis", BrokerFaults::flush),
        NamedFault.of("kill -9 of Kafka", rig -> rig.brokers().kafka().dieAndRise()),
        new RebalanceStorm(8).named(),
        NamedFault.of("the group's offsets are reset to the earliest", BrokerFaults::readAllAgain));
  }

  static NamedFault redisDies() {
    return NamedFault.of("kill -9 of Redis", rig -> rig.brokers().redis().server().dieAndRise());
  }

  /**
   * Redis had acknowledged what is gone, so its service leaves again what it left of late; the hub
   * tells of the gap.
   */
  private static void flush(ChaosRig rig) {
    int mark = rig.ledger().size();
    Eventually.soon()
        .isTrue(
            "there are facts to lose",
            () ->
                rig.ledger().after(mark).stream()
                        .filter(fact -> rig.redis().made(fact.id()))
                        .count()
                    > 20);
    rig.redis().pause();
    try {
      rig.brokers().redis().outlet().flush();
      rig.redis()
          .leave(
              rig.ledger().after(mark).stream()
                  .filter(fact -> rig.redis().made(fact.id()))
                  .map(Outlet.Message::of)
                  .toList());
    } finally {
      rig.redis().resume();
    }
    Eventually.soon()
        .passes(
            () ->
                assertThat(rig.one().hub().intake(Setup.REDIS).orFail().incidents())
                    .extracting(IncidentView::kind)
                    .containsAnyOf(IncidentKind.STREAM_LOST, IncidentKind.GROUP_LOST));
  }

  /** As an operator does it: the intake is off meanwhile. */
  private static void readAllAgain(ChaosRig rig) throws Exception {
    turn(rig, false);
    try (var admin = Admin.create(Map.of("bootstrap.servers", rig.brokers().kafkaAddress()))) {
      Map<TopicPartition, OffsetAndMetadata> earliest =
          IntStream.range(0, KafkaOutlet.PARTITIONS)
              .boxed()
              .collect(
                  Collectors.toMap(
                      partition -> new TopicPartition(KafkaOutlet.TOPIC, partition),
                      _ -> new OffsetAndMetadata(0)));
      Eventually.within(LONGEST_SWITCH)
          .passes(() -> admin.alterConsumerGroupOffsets(GROUP, earliest).all().get());
    }
    turn(rig, true);
  }

  private static void turn(ChaosRig rig, boolean on) {
    var hub = rig.one().hub();
    long version = hub.intake(Setup.KAFKA).orFail().version();
    hub.changeIntake(Setup.kafka(rig.brokers(), on), version).orFail();
  }
}
