package dev.patchbay.intakes.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.intake.Receipt;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class KafkaRecordsIT {
  private final KafkaBroker kafka;
  private final Scene scene;
  private final RecordingSink sink;
  private final String topic;

  KafkaRecordsIT(KafkaBroker kafka, TestInfo test) {
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
  void readsBothModesAndWhatIsNone() throws Exception {
    kafka.createTopic(topic, 1);
    var binary = new RecordHeaders();
    binary.add("ce_specversion", "1.0".getBytes(UTF_8));
    binary.add("ce_id", "1".getBytes(UTF_8));
    binary.add("content-type", "text/plain".getBytes(UTF_8));
    var structured = new RecordHeaders();
    structured.add("content-type", "application/cloudevents+json".getBytes(UTF_8));
    kafka.send(record(topic, "data", binary));
    kafka.send(record(topic, "{\"id\":\"2\"}", structured));
    kafka.send(record(topic, "{\"id\":\"3\"}", new RecordHeaders()));
    kafka.send(new ProducerRecord<>(topic, 0, "key".getBytes(UTF_8), null));

    scene.start("node-1");

    Eventually.soon().passes(() -> assertThat(sink.stored()).hasSize(4));
    assertThat(sink.stored().stream().map(KafkaRecordsIT::described))
        .containsExactly(
            scene.position(0, 0) + " {id=1, specversion=1.0} text/plain data",
            scene.position(0, 1) + " {\"id\":\"2\"}",
            scene.position(0, 2) + " {\"id\":\"3\"}",
            scene.position(0, 3) + " ");
  }

  @Test
  void copiesRefusedRecordsWithTheirReasonsBeforeItCommits() throws Exception {
    var refused = topic + "-refused";
    kafka.createTopic(topic, 1);
    kafka.createTopic(refused, 1);
    scene.set("refused-topic", refused);
    sink.judge(
        event ->
            event.position().endsWith("@1")
                ? new Receipt(Receipt.Status.QUARANTINED, List.of("no id", "no type"))
                : RecordingSink.ACCEPTED);
    var headers = new RecordHeaders(List.of(new RecordHeader("trace", "7".getBytes(UTF_8))));
    kafka.send(record(topic, "good", new RecordHeaders()));
    kafka.send(record(topic, "bad", headers));

    scene.start("node-1");
    scene.awaitCommitted(Map.of(scene.partition(0), 2L));

    var copies = kafka.read(refused);
    assertThat(copies).hasSize(1);
    var copy = copies.getFirst();
    assertThat(copy.key()).isEqualTo("key".getBytes(UTF_8));
    assertThat(copy.value()).isEqualTo("bad".getBytes(UTF_8));
    assertThat(copy.headers())
        .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .containsExactly(
            "trace=7",
            "refused-status=QUARANTINED",
            "refused-reasons=no id\nno type",
            "refused-position=" + scene.position(0, 1));
  }

  @Test
  void goesOnWhereTheTopicOfRefusedRecordsTakesNoneOfThatSize() throws Exception {
    var refused = topic + "-refused";
    kafka.createTopic(topic, 1);
    kafka.createTopic(refused, Map.of("max.message.bytes", "300"));
    scene.set("refused-topic", refused);
    sink.judge(_ -> new Receipt(Receipt.Status.UNREADABLE, List.of("no event")));
    kafka.send(record(topic, "bad".repeat(200), new RecordHeaders()));
    kafka.send(record(topic, "bad", new RecordHeaders()));

    scene.start("node-1");

    scene.awaitCommitted(Map.of(scene.partition(0), 2L));
    assertThat(kafka.read(refused))
        .extracting(copy -> new String(copy.value(), UTF_8))
        .containsExactly("bad");
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, String value, RecordHeaders headers) {
    return new ProducerRecord<>(topic, 0, "key".getBytes(UTF_8), value.getBytes(UTF_8), headers);
  }

  private static String described(RawEvent event) {
    return switch (event) {
      case RawEvent.Structured(String position, byte[] body) ->
          position + " " + new String(body, UTF_8);
      case RawEvent.Binary binary ->
          binary.position()
              + " "
              + new TreeMap<>(binary.attributes())
              + " "
              + binary.contentType()
              + " "
              + new String(binary.data(), UTF_8);
    };
  }
}
