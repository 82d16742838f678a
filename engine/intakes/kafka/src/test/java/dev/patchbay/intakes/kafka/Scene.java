package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.IntakeHealth;
import dev.patchbay.spi.intake.IntakeHealth.State;
import dev.patchbay.testkit.Eventually;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/** What a test plays on: a topic of its own, intakes of a group of its own, and a hub. */
final class Scene implements AutoCloseable {
  private final KafkaBroker kafka;
  private final String topic;
  private final Map<String, String> settings;
  private final RecordingSink sink = new RecordingSink();
  private final NotedCheckpoints checkpoints = new NotedCheckpoints();
  private final KeptIncidents incidents = new KeptIncidents();
  private final List<Intake> started = new ArrayList<>();

  Scene(KafkaBroker kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
    this.settings =
        new HashMap<>(
            Map.of("bootstrap-servers", kafka.address(), "topics", topic, "group", topic));
  }

  /** The name of the topic, and of the group. */
  String topic() {
    return topic;
  }

  RecordingSink sink() {
    return sink;
  }

  NotedCheckpoints checkpoints() {
    return checkpoints;
  }

  KeptIncidents incidents() {
    return incidents;
  }

  /** For intakes that are not started yet. */
  void set(String setting, String value) {
    settings.put(setting, value);
  }

  Intake start(String node) {
    return start(node, sink);
  }

  Intake start(String node, RecordingSink to) {
    var context =
        new IntakeContext(topic, node, settings, _ -> Optional.empty(), checkpoints, incidents);
    var intake = new KafkaIntakeType().create(context);
    started.add(intake);
    intake.start(to);
    return intake;
  }

  /** Reads partition 0 to its end. */
  void readAllAndClose(long count) {
    var intake = start("node-0");
    awaitCommitted(Map.of(partition(0), count));
    intake.close();
    assertThat(checkpoints.find(topic + "-0")).get().asString().startsWith(count - 1 + " ");
  }

  void makeAnew(int records) throws ExecutionException, InterruptedException {
    Eventually.soon().passes(() -> kafka.createTopic(topic, 1));
    kafka.send(topic, 0, records);
  }

  void sendToAll(int partitions, int records) throws ExecutionException, InterruptedException {
    for (int partition = 0; partition < partitions; partition++) {
      kafka.send(topic, partition, records);
    }
  }

  void awaitCommitted(Map<TopicPartition, Long> offsets) {
    Eventually.soon().passes(() -> assertThat(kafka.committed(topic)).isEqualTo(offsets));
  }

  void awaitShares(Integer... partitions) {
    Eventually.soon().passes(() -> assertThat(kafka.shares(topic)).containsExactly(partitions));
  }

  void awaitState(Intake intake, State state) {
    Eventually.soon()
        .passes(() -> assertThat(intake.health()).extracting(IntakeHealth::state).isEqualTo(state));
  }

  TopicPartition partition(int number) {
    return new TopicPartition(topic, number);
  }

  String position(int partition, long offset) {
    return topic + "-" + partition + "@" + offset;
  }

  List<String> positions(int partition, int from, int to) {
    return IntStream.range(from, to).mapToObj(offset -> position(partition, offset)).toList();
  }

  @Override
  public void close() {
    sink.takeAgain();
    sink.release();
    started.forEach(Intake::close);
  }
}
