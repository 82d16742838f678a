package dev.patchbay.server.chaos.fault;

import dev.patchbay.server.chaos.load.KafkaOutlet;
import dev.patchbay.server.chaos.rig.ChaosRig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Members join the hub's group, take partitions, read, commit nothing, and leave.
 *
 * @param members one after the other
 */
record RebalanceStorm(int members) {
  private static final Duration STAY = Duration.ofMillis(700);

  NamedFault named() {
    return NamedFault.of("a storm of rebalances: members join the group and leave", this::blow);
  }

  private void blow(ChaosRig rig) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            rig.brokers().kafkaAddress(),
            "group.id",
            "patchbay",
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "partition.assignment.strategy",
            CooperativeStickyAssignor.class.getName());
    for (int i = 0; i < members; i++) {
      var none = new ByteArrayDeserializer();
      try (var member = new KafkaConsumer<>(settings, none, none)) {
        member.subscribe(List.of(KafkaOutlet.TOPIC));
        long until = System.nanoTime() + STAY.toNanos();
        while (System.nanoTime() - until < 0) {
          member.poll(STAY.dividedBy(10));
        }
      }
    }
  }
}
