package dev.patchbay.server.demo.channel;

import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.intake.IntakeDraft;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.demo.DemoDirectory;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Produces events to a topic of a Kafka of its own; what is about one request keeps its order. */
final class KafkaChannel implements BrokerChannel {
  private static final String TOPIC = "requests";
  private static final int PARTITIONS = 3;

  private final BrokerProcess process;
  private final String address;
  private final KafkaProducer<byte[], byte[]> producer;

  private KafkaChannel(BrokerProcess process) {
    this.process = process;
    this.address = process.uri().getAuthority();
    createTopic();
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                ProducerConfig.CLIENT_ID_CONFIG,
                "demo",
                ProducerConfig.LINGER_MS_CONFIG,
                5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Starts a Kafka and returns when it answers. */
  static KafkaChannel start(DemoDirectory directory) {
    var process = BrokerProcess.start("kafka", directory);
    try {
      return new KafkaChannel(process);
    } catch (RuntimeException failure) {
      process.close();
      throw failure;
    }
  }

  @Override
  public String inWords() {
    return "Apache Kafka, %s, topic %s of %d partitions".formatted(address, TOPIC, PARTITIONS);
  }

  @Override
  public IntakeDraft intake() {
    var settings = Map.of("bootstrap-servers", address, "topics", TOPIC);
    return new IntakeDraft("kafka", "kafka", settings, Map.of(), true);
  }

  @Override
  public Answer<List<EventReceipt>> send(List<byte[]> events) {
    var sent = new ArrayList<Future<RecordMetadata>>(events.size());
    events.forEach(event -> sent.add(producer.send(record(event))));
    try {
      for (var answer : sent) {
        answer.get();
      }
      return new Answer.Done<>(List.of());
    } catch (ExecutionException failure) {
      return new Answer.Unreachable<>("Kafka does not answer");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Answer.Unreachable<>("interrupted");
    }
  }

  @Override
  public void close() {
    producer.close();
    process.close();
  }

  private static ProducerRecord<byte[], byte[]> record(byte[] event) {
    var record = new ProducerRecord<>(TOPIC, subject(event), event);
    record
        .headers()
        .add("content-type", "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII));
    return record;
  }

  private static byte[] subject(byte[] event) {
    try {
      var subject = ServerJson.MAPPER.readTree(event).path("subject").asText();
      return subject.getBytes(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new DemoFailure("an event of the demo is no JSON", broken);
    }
  }

  private void createTopic() {
    try (var admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new DemoFailure("Kafka makes no topic: " + failure.getMessage(), failure);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", stopping);
    }
  }
}
