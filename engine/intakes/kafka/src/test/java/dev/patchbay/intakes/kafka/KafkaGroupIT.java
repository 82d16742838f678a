package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaGroupIT {
  private final KafkaBroker kafka;
  private final Scene scene;
  private final RecordingSink sink;
  private final String topic;

  KafkaGroupIT(KafkaBroker kafka, TestInfo test) {
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
  void sharesPartitionsAndTakesOverThoseOfANodeThatLeaves() throws Exception {
    kafka.createTopic(topic, 4);
    var other = new RecordingSink();
    var leaving = scene.start("node-1");
    scene.start("node-2", other);
    scene.awaitShares(2, 2);

    scene.sendToAll(4, 10);
    Eventually.soon()
        .passes(() -> assertThat(sink.stored().size() + other.stored().size()).isEqualTo(40));
    assertThat(sink.stored()).hasSize(20);
    leaving.close();
    scene.sendToAll(4, 10);

    Eventually.soon().passes(() -> assertThat(other.stored()).hasSize(60));
    assertThat(Stream.concat(sink.storedPositions().stream(), other.storedPositions().stream()))
        .doesNotHaveDuplicates()
        .hasSize(80);
  }

  @Test
  void leavesToTheNewOwnerWhatItCouldNotStore() throws Exception {
    kafka.createTopic(topic, 2);
    scene.sendToAll(2, 5);
    sink.refuse("busy");
    var other = new RecordingSink();
    scene.start("node-1");
    Eventually.soon()
        .passes(() -> assertThat(sink.offered()).anyMatch(batch -> batch.size() == 10));

    scene.start("node-2", other);

    Eventually.soon().passes(() -> assertThat(other.stored()).hasSize(5));
    Eventually.soon().passes(() -> assertThat(sink.offered().getLast()).hasSize(5));
    sink.takeAgain();
    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(5));
    assertThat(Stream.concat(sink.storedPositions().stream(), other.storedPositions().stream()))
        .doesNotHaveDuplicates();
    scene.awaitCommitted(Map.of(scene.partition(0), 5L, scene.partition(1), 5L));
  }

  @Test
  void takesNothingBackThatTheNewOwnerCommitted() throws Exception {
    kafka.createTopic(topic, 2);
    scene.sendToAll(2, 5);
    sink.hold();
    var other = new RecordingSink();
    scene.start("node-1");
    Eventually.soon()
        .passes(() -> assertThat(sink.offered()).anyMatch(batch -> batch.size() == 10));
    scene.start("node-2", other);
    Eventually.soon().passes(() -> assertThat(other.stored()).hasSize(5));
    scene.sendToAll(2, 5);
    Eventually.soon().passes(() -> assertThat(other.stored()).hasSize(10));

    sink.release();

    scene.awaitCommitted(Map.of(scene.partition(0), 10L, scene.partition(1), 10L));
    assertThat(sink.stored()).hasSize(15);
  }

  @Test
  void readsAgainWhatAMemberReadThatDied() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 5);
    assertThat(kafka.readAndDie(topic, topic)).isEqualTo(5);

    scene.start("node-1");

    Eventually.soon()
        .passes(() -> assertThat(sink.storedPositions()).isEqualTo(scene.positions(0, 0, 5)));
  }

  @Test
  void commitsTheBatchInHandWhenItIsClosed() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 3);
    sink.hold();
    var intake = scene.start("node-1");
    Eventually.soon().passes(() -> assertThat(sink.offered()).hasSize(1));

    var closing = Thread.ofVirtual().start(intake::close);
    sink.release();

    assertThat(closing.join(Duration.ofSeconds(15))).isTrue();
    assertThat(kafka.committed(topic)).isEqualTo(Map.of(scene.partition(0), 3L));
    assertThat(kafka.shares(topic)).isEmpty();
  }
}
