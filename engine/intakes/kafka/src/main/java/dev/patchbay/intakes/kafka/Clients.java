package dev.patchbay.intakes.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The connections of one session. Closing them leaves the group at once. */
record Clients(Consumer<byte[], byte[]> consumer, Topics topics, RefusedTopic refused)
    implements AutoCloseable {
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(3);

  /** Makes them; none of them reaches out yet. */
  static Clients open(ClientProperties properties) {
    var consumer = new KafkaConsumer<byte[], byte[]>(properties.ofConsumer());
    try {
      var admin = Admin.create(properties.ofAdmin());
      return new Clients(
          consumer, new Topics(admin, properties.settings()), new RefusedTopic(properties));
    } catch (RuntimeException e) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
      throw e;
    }
  }

  @Override
  public void close() {
    try (topics;
        refused) {
      consumer.close(CloseOptions.timeout(LONGEST_CLOSE));
    }
  }
}
