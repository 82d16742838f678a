package dev.patchbay.intakes.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incident.Kind;
import dev.patchbay.spi.intake.IntakeHealth.State;
import dev.patchbay.testkit.Eventually;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaGapsIT {
  private final KafkaBroker kafka;
  private final Scene scene;
  private final RecordingSink sink;
  private final String topic;

  KafkaGapsIT(KafkaBroker kafka, TestInfo test) {
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
  void reportsRecordsThatWereDeletedUnreadAndGoesOn() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 5);
    scene.readAllAndClose(5);
    kafka.send(topic, 0, 10);
    kafka.deleteRecords(topic, 0, 12);
    scene.incidents().fail(1);

    scene.start("node-1");

    Eventually.soon()
        .passes(() -> assertThat(sink.storedOf(topic + "-0")).endsWith(scene.position(0, 14)));
    assertThat(sink.storedPositions())
        .doesNotContain(scene.position(0, 11))
        .contains(scene.position(0, 12));
    assertThat(scene.incidents().kinds()).containsExactly(Kind.TRIMMED_UNREAD);
    assertThat(scene.incidents().kept().getFirst().detail())
        .contains("Topic " + topic + ", partition 0", "7 are missing, offsets 5 to 11");
  }

  @Test
  void reportsRecordsThatWereDeletedWhileItWaited() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 1);
    sink.hold();
    var intake = scene.start("node-1");
    // known only once nothing more is fetched
    Eventually.soon().passes(() -> assertThat(intake.health().lag()).hasValue(1));
    kafka.send(topic, 0, 10);
    kafka.deleteRecords(topic, 0, 8);

    sink.release();

    Eventually.soon()
        .passes(
            () ->
                assertThat(sink.storedPositions())
                    .containsExactly(
                        scene.position(0, 0),
                        scene.position(0, 8),
                        scene.position(0, 9),
                        scene.position(0, 10)));
    assertThat(scene.incidents().kinds()).containsExactly(Kind.TRIMMED_UNREAD);
  }

  @Test
  void losesNothingOfATopicThatWasMadeAnewWhileItReads() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 3);
    var intake = scene.start("node-1");
    scene.awaitCommitted(Map.of(scene.partition(0), 3L));
    scene.awaitState(intake, State.UP);

    kafka.deleteTopic(topic);
    scene.makeAnew(5);

    Eventually.soon()
        .passes(() -> assertThat(scene.incidents().kinds()).containsExactly(Kind.STREAM_LOST));
    awaitLast(5);
  }

  /** The consumer does not notice by itself: it fetches nothing, and then what is next. */
  @Test
  void losesNothingOfATopicThatWasMadeAnewWhileItWaited() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 1);
    sink.hold();
    var intake = scene.start("node-1");
    Eventually.soon().passes(() -> assertThat(intake.health().lag()).hasValue(1));
    kafka.deleteTopic(topic);
    scene.makeAnew(5);

    sink.release();

    Eventually.soon()
        .passes(() -> assertThat(scene.incidents().kinds()).containsExactly(Kind.STREAM_LOST));
    awaitLast(5);
  }

  @Test
  void losesNothingOfATopicThatWasMadeAnewWhileItWasAway() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 3);
    scene.readAllAndClose(3);
    kafka.deleteTopic(topic);
    scene.makeAnew(5);

    scene.start("node-1");

    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(8));
    assertThat(sink.storedPositions().subList(3, 8)).isEqualTo(scene.positions(0, 0, 5));
    assertThat(scene.incidents().kinds()).containsExactly(Kind.STREAM_LOST);
  }

  @Test
  void goesOnFromTheHubsNotesWhenTheGroupIsForgotten() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 5);
    scene.readAllAndClose(5);
    kafka.admin().deleteConsumerGroupOffsets(topic, Set.of(scene.partition(0))).all().get();
    kafka.send(topic, 0, 2);

    scene.start("node-1");

    Eventually.soon()
        .passes(() -> assertThat(sink.storedPositions()).isEqualTo(scene.positions(0, 0, 7)));
    assertThat(scene.incidents().kept())
        .extracting(Incident::kind)
        .containsExactly(Kind.GROUP_LOST);
    assertThat(scene.incidents().kept().getFirst().stream()).isEqualTo(topic + "-0");
  }

  @Test
  void bringsAllAgainWhenSomebodySetsTheGroupBack() throws Exception {
    kafka.createTopic(topic, 1);
    kafka.send(topic, 0, 5);
    scene.readAllAndClose(5);
    kafka.commit(topic, scene.partition(0), 0);

    scene.start("node-1");

    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(10));
    assertThat(sink.storedPositions().subList(5, 10)).isEqualTo(scene.positions(0, 0, 5));
    assertThat(scene.incidents().kept()).isEmpty();
  }

  /** It may have read some of them before it noticed that they are others. */
  private void awaitLast(int records) {
    var all = scene.positions(0, 0, records).toArray(String[]::new);
    Eventually.soon().passes(() -> assertThat(sink.storedPositions()).endsWith(all));
  }
}
