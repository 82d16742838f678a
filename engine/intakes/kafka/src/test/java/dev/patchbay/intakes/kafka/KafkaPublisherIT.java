package dev.patchbay.intakes.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.publish.EventPublisher;
import dev.patchbay.spi.publish.OutgoingEvent;
import dev.patchbay.spi.publish.Published;
import dev.patchbay.testkit.Eventually;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hub's own events on their way to a real Kafka. */
@ExtendWith(SharedKafka.class)
class KafkaPublisherIT {
  private final KafkaBroker kafka;
  private final Scene scene;
  private final String topic;

  /** The topic of the scene is that of the results. */
  KafkaPublisherIT(KafkaBroker kafka, TestInfo test) {
    this.kafka = kafka;
    this.scene = new Scene(kafka, test.getTestMethod().orElseThrow().getName());
    this.topic = scene.topic();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void hasNoneWithoutATopicToWriteTo() {
    assertThat(publisher(Map.of("result-topic", " "))).isEmpty();
  }

  @Test
  void sendsEventsThatAnIntakeReadsAsTheyAre() throws Exception {
    kafka.createTopic(topic, 1);
    try (var publisher = publisher()) {
      assertThat(publisher.publish(events("a", "b"))).isEqualTo(new Published.Done());
      assertThat(publisher.publish(events("c"))).isEqualTo(new Published.Done());
    }
    scene.start("node-1");
    Eventually.soon().passes(() -> assertThat(scene.sink().stored()).hasSize(3));

    assertThat(scene.sink().stored())
        .extracting(event -> new String(((RawEvent.Structured) event).body(), UTF_8))
        .containsExactly("{\"id\":\"a ü\"}", "{\"id\":\"b ü\"}", "{\"id\":\"c ü\"}");
    var record = kafka.read(topic).getFirst();
    assertThat(new String(record.key(), UTF_8)).isEqualTo("key a");
    assertThat(new String(record.headers().lastHeader("content-type").value(), UTF_8))
        .isEqualTo("application/cloudevents+json");
  }

  /** Takes as long as Kafka takes to come back. */
  @Test
  @Tag("extended")
  void losesNothingWhenTheBrokerIsKilledAndComesBack() throws Exception {
    kafka.createTopic(topic, 1);
    try (var publisher = publisher()) {
      publisher.publish(events("a"));
      kafka.kill();
      var publishing = CompletableFuture.supplyAsync(() -> publisher.publish(events("b", "c")));
      kafka.restart();
      assertThat(kafka.ready()).isEqualTo(kafka.address());
      var sent = publishing.join();

      if (!sent.equals(new Published.Done())) {
        Eventually.soon()
            .passes(
                () ->
                    assertThat(publisher.publish(events("b", "c")))
                        .isEqualTo(new Published.Done()));
      }
    }
    assertThat(new LinkedHashSet<>(keys())).containsExactly("key a", "key b", "key c");
  }

  @Test
  void anEventThatTheTopicNeverTakesDoesNotStopOthers() throws Exception {
    kafka.createTopic(topic, Map.of("max.message.bytes", "200"));
    var large = new OutgoingEvent("large", "key large", new byte[1_000]);
    try (var publisher = publisher()) {
      assertThat(publisher.publish(List.of(large))).isEqualTo(new Published.Done());
      assertThat(publisher.publish(events("a"))).isEqualTo(new Published.Done());
    }
    assertThat(keys()).containsExactly("key a");
  }

  @Test
  void breaksOffWhenItIsClosed() throws Exception {
    kafka.createTopic(topic, 1);
    var publisher = publisher();
    publisher.publish(events("a"));
    kafka.freeze();
    try {
      var outcome = new CompletableFuture<Published>();
      var publishing =
          Thread.ofVirtual().start(() -> outcome.complete(publisher.publish(events("b"))));
      Eventually.soon().isTrue("waits", () -> publishing.getState() == Thread.State.WAITING);
      publisher.close();

      assertThat(outcome.orTimeout(10, TimeUnit.SECONDS).join())
          .isInstanceOf(Published.NotDone.class);
    } finally {
      kafka.thaw();
    }
    assertThat(publisher.publish(events("c"))).isInstanceOf(Published.NotDone.class);
  }

  @Test
  @Tag("extended")
  void saysThatNobodyAnswersWithinTheTimeThatItMayTake() {
    try (var publisher =
        publisher(Map.of("bootstrap-servers", "127.0.0.1:1", "result-topic", topic))
            .orElseThrow()) {
      var publishing =
          CompletableFuture.supplyAsync(() -> publisher.publish(events("a", "b", "c")));

      var away = (Published.NotDone) publishing.orTimeout(25, TimeUnit.SECONDS).join();
      assertThat(away.cause().message())
          .isEqualTo(
              "Results cannot be sent to topic "
                  + topic
                  + "; they wait. Check that it exists and that its brokers are up.");
    }
  }

  private List<String> keys() {
    return kafka.read(topic).stream().map(record -> new String(record.key(), UTF_8)).toList();
  }

  private EventPublisher publisher() {
    return publisher(Map.of("result-topic", topic)).orElseThrow();
  }

  private Optional<EventPublisher> publisher(Map<String, String> more) {
    var settings = new HashMap<>(Map.of("bootstrap-servers", kafka.address(), "topics", "in"));
    settings.putAll(more);
    return new KafkaIntakeType()
        .publisher(
            new IntakeContext(
                "in",
                "node-1",
                settings,
                _ -> Optional.empty(),
                scene.checkpoints(),
                scene.incidents()));
  }

  private static List<OutgoingEvent> events(String... ids) {
    return List.of(ids).stream()
        .map(
            id -> new OutgoingEvent(id, "key " + id, ("{\"id\":\"" + id + " ü\"}").getBytes(UTF_8)))
        .toList();
  }
}
