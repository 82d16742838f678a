package dev.patchbay.intakes.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.spi.Cause;
import dev.patchbay.spi.UnreadableSecretException;
import dev.patchbay.spi.publish.EventPublisher;
import dev.patchbay.spi.publish.OutgoingEvent;
import dev.patchbay.spi.publish.Published;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to a topic, structured as the CloudEvents Kafka binding says. Its producer is made
 * at first need and made anew after a failure, with the password of then.
 */
final class KafkaPublisher implements EventPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaPublisher.class);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);
  private static final byte[] STRUCTURED = "application/cloudevents+json".getBytes(UTF_8);

  private final ClientProperties properties;
  private final String topic;
  private final Backoff backoff;
  private boolean closed;
  private @Nullable KafkaProducer<byte[], byte[]> current;

  KafkaPublisher(ClientProperties properties, String topic, RandomGenerator random) {
    this.properties = properties;
    this.topic = topic;
    this.backoff = new Backoff(random);
  }

  @Override
  public Published publish(List<OutgoingEvent> events) {
    try {
      send(events);
      backoff.reset();
      return new Published.Done();
    } catch (UnreadableSecretException failure) {
      return notDone(String.valueOf(failure.getMessage()));
    } catch (KafkaException | CompletionException failure) {
      LOG.debug("events not sent to {}", topic, failure);
      letGo();
      return notDone(new Reasons(properties.settings()).notPublished(failure));
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    letGo();
  }

  private void send(List<OutgoingEvent> events) {
    var producer = producer();
    var answers = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < events.size() && !hasFailed(answers); i++) {
      answers.add(send(producer, events.get(i)));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).join();
  }

  /** Each further one would wait for a missing topic as long as the first did. */
  private static boolean hasFailed(List<CompletableFuture<Void>> answers) {
    return !answers.isEmpty() && answers.getLast().isCompletedExceptionally();
  }

  private CompletableFuture<Void> send(
      KafkaProducer<byte[], byte[]> producer, OutgoingEvent event) {
    var answer = new CompletableFuture<Void>();
    try {
      var _ = producer.send(record(event), (_, failure) -> settle(answer, event, failure));
    } catch (KafkaException | IllegalStateException notSent) { // the latter once it is closed
      answer.completeExceptionally(notSent);
    }
    return answer;
  }

  private ProducerRecord<byte[], byte[]> record(OutgoingEvent event) {
    var record =
        new ProducerRecord<byte[], byte[]>(topic, event.key().getBytes(UTF_8), event.json());
    record.headers().add(RecordFormat.CONTENT_TYPE, STRUCTURED);
    return record;
  }

  /** An event that the topic never takes must not stop all others; the hub keeps its delivery. */
  private void settle(
      CompletableFuture<Void> answer, OutgoingEvent event, @Nullable Exception failure) {
    if (failure instanceof RecordTooLargeException) {
      LOG.warn("event {} is too large for topic {} and was not sent", event.id(), topic);
    }
    if (failure == null || failure instanceof RecordTooLargeException) {
      answer.complete(null);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    if (closed) {
      throw new KafkaException("the publisher is closed");
    }
    if (current == null) {
      current = new KafkaProducer<>(properties.ofPublisher());
    }
    return current;
  }

  /** What is under way fails then. */
  private void letGo() {
    KafkaProducer<byte[], byte[]> producer;
    synchronized (this) {
      producer = current;
      current = null;
    }
    if (producer != null) {
      producer.close(LONGEST_CLOSE);
    }
  }

  private Published notDone(String reason) {
    return new Published.NotDone(new Cause("not-published", reason), backoff.next());
  }
}
