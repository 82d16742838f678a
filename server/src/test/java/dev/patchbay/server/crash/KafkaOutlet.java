package dev.patchbay.server.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Produces events, those of one subject to one of several partitions. */
final class KafkaOutlet implements AutoCloseable {
  static final String TOPIC = "chaos";

  private final KafkaProducer<String, byte[]> producer;

  KafkaOutlet(String address) {
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    try (var admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 4, (short) 1)));
    }
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Returns true once all are safe; false if that is not known. */
  boolean send(List<byte[]> events) {
    try {
      for (var event : events) {
        producer.send(new ProducerRecord<>(TOPIC, subject(event), event)).get();
      }
      return true;
    } catch (ExecutionException failed) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static String subject(byte[] event) {
    try {
      JsonNode tree = ServerJson.MAPPER.readTree(event);
      return tree.path("subject").asText();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
