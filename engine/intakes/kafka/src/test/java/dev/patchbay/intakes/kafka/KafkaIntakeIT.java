package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.IntakeHealth.State;
import dev.patchbay.testkit.Eventually;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaIntakeIT {
  private final KafkaBroker kafka;
  private final Scene scene;
  private final RecordingSink sink;
  private final String topic;

  KafkaIntakeIT(KafkaBroker kafka, TestInfo test) {
    this.kafka = kafka;
    this.scene = new Scene(kafka, test.getTestMethod().orElseThrow().getName());
    this.sink = scene.sink();
    this.topic = scene.topic();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void bringsEachPartitionInOrderAndCommitsIt() throws Exception {
    kafka.createTopic(topic, 3);
    scene.set("batch", "50");
    for (int partition = 0; partition < 3; partition++) {
      kafka.send(topic, partition, 100);
    }

    scene.start("node-1");

    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(300));
    for (int partition = 0; partition < 3; partition++) {
      assertThat(sink.storedOf(topic + "-" + partition))
          .isEqualTo(scene.positions(partition, 0, 100));
    }
    assertThat(sink.offered()).allMatch(batch -> batch.size() <= 50);
    scene.awaitCommitted(
        Map.of(scene.partition(0), 100L, scene.partition(1), 100L, scene.partition(2), 100L));
    Eventually.soon()
        .passes(
            () ->
                assertThat(scene.checkpoints().find(topic + "-2"))
                    .get()
                    .asString()
                    .startsWith("99 "));
    assertThat(scene.incidents().kept()).isEmpty();
  }

  @Test
  void commitsNothingThatIsNotStored() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 3);
    sink.hold();

    var intake = scene.start("node-1");
    Eventually.soon().passes(() -> assertThat(intake.health().lag()).hasValue(3));

    Eventually.soon()
        .passes(() -> assertThat(sink.offered()).containsExactly(scene.positions(0, 0, 3)));
    assertThat(kafka.committed(topic)).isEmpty();
    sink.release();
    scene.awaitCommitted(Map.of(scene.partition(0), 3L));
    Eventually.soon().passes(() -> assertThat(intake.health().lag()).hasValue(0));
  }

  @Test
  void bringsTheSameBatchAgainUntilItIsStored() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 3);
    sink.refuse("the disk is full");

    var intake = scene.start("node-1");
    Eventually.soon().passes(() -> assertThat(sink.offered()).hasSizeGreaterThan(3));
    kafka.send(topic, 0, 2);

    assertThat(intake.health().state()).isEqualTo(State.HELD_BACK);
    assertThat(intake.health().reason()).isEqualTo("the disk is full");
    Eventually.soon().passes(() -> assertThat(intake.health().lag()).hasValue(5));
    assertThat(kafka.committed(topic)).isEmpty();
    assertThat(Set.copyOf(sink.offered())).containsExactly(scene.positions(0, 0, 3));
    sink.takeAgain();
    Eventually.soon()
        .passes(() -> assertThat(sink.storedPositions()).isEqualTo(scene.positions(0, 0, 5)));
    scene.awaitState(intake, State.UP);
  }

  @Test
  void goesOnByItselfWhenTheBrokerWasKilled() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 3);
    var intake = scene.start("node-1");
    scene.awaitCommitted(Map.of(scene.partition(0), 3L));
    scene.awaitState(intake, State.UP);

    kafka.kill();
    scene.awaitState(intake, State.DOWN);
    assertThat(intake.health().reason()).contains("cannot be reached", kafka.address());
    kafka.restart();
    assertThat(kafka.ready()).isEqualTo(kafka.address());
    kafka.send(topic, 0, 3);

    Eventually.soon()
        .passes(() -> assertThat(sink.storedPositions()).isEqualTo(scene.positions(0, 0, 6)));
    scene.awaitState(intake, State.UP);
    assertThat(scene.incidents().kept()).isEmpty();
  }

  @Test
  @Tag("extended")
  void noticesABrokerThatStandsStill() throws Exception {
    kafka.createTopic(topic, 1);
    var intake = scene.start("node-1");
    scene.awaitState(intake, State.UP);

    kafka.freeze();
    scene.awaitState(intake, State.DOWN);
    kafka.thaw();
    kafka.send(topic, 0, 3);

    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(3));
    scene.awaitState(intake, State.UP);
  }

  @Test
  void saysThatATopicIsMissingAndReadsItOnceItIsThere() throws Exception {
    var intake = scene.start("node-1");
    scene.awaitState(intake, State.DOWN);
    assertThat(intake.health().reason())
        .isEqualTo(
            "Kafka at "
                + kafka.address()
                + " has no topic "
                + topic
                + ". Create it, or correct the setting topics.");

    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 1);

    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(1));
    scene.awaitState(intake, State.UP);
  }
}
