package dev.patchbay.server.chaos.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Produces to a topic of several partitions. */
public final class KafkaOutlet implements Outlet {
  /** The topic. */
  public static final String TOPIC = "chaos";

  /** Its partitions. */
  public static final int PARTITIONS = 4;

  private final KafkaProducer<String, byte[]> producer;

  /** Creates the topic. */
  public KafkaOutlet(String address) {
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    try (var admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)));
    }
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  @Override
  public boolean leave(List<Message> messages) {
    try {
      for (var sent : messages.stream().map(this::send).toList()) {
        sent.get();
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

  private Future<?> send(Message message) {
    return producer.send(new ProducerRecord<>(TOPIC, message.key(), message.body()));
  }
}
