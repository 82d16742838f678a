package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic that refused records are copied to. Its producer is made at first need and made anew
 * after a failure. Used by the polling thread only.
 */
final class RefusedTopic implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedTopic.class);

  private final ClientProperties properties;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  RefusedTopic(ClientProperties properties) {
    this.properties = properties;
  }

  /**
   * Sends a copy of each refused record.
   *
   * @return completes once the brokers have them all, exceptionally if one of them is not there
   */
  CompletableFuture<Void> send(Batch batch, List<Receipt> receipts) {
    var topic = properties.settings().refusedTopic();
    if (topic.isEmpty() || receipts.stream().noneMatch(Receipt::isRefused)) {
      return CompletableFuture.completedFuture(null);
    }
    var answers = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < receipts.size() && !hasFailed(answers); i++) {
      if (receipts.get(i).isRefused()) {
        answers.add(send(copy(topic.get(), batch.records().get(i), receipts.get(i))));
      }
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
  }

  /** Each further one would wait for a missing topic as long as the first did. */
  private static boolean hasFailed(List<CompletableFuture<Void>> answers) {
    return !answers.isEmpty() && answers.getLast().isCompletedExceptionally();
  }

  private static ProducerRecord<byte[], byte[]> copy(
      String topic, ConsumerRecord<byte[], byte[]> record, Receipt receipt) {
    var headers = new RecordHeaders(record.headers());
    headers.add("refused-status", utf8(receipt.status().name()));
    headers.add("refused-reasons", utf8(String.join("\n", receipt.reasons())));
    headers.add("refused-position", utf8(RecordFormat.position(record)));
    return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> copy) {
    var answer = new CompletableFuture<Void>();
    try {
      var _ = producer().send(copy, (_, failure) -> settle(answer, copy, failure));
    } catch (KafkaException notSent) {
      settle(answer, copy, notSent);
    }
    return answer;
  }

  /** A record that the topic never takes must not stop all others; the hub keeps it anyway. */
  private static void settle(
      CompletableFuture<Void> answer,
      ProducerRecord<byte[], byte[]> copy,
      @Nullable Exception failure) {
    if (failure == null) {
      answer.complete(null);
    } else if (failure instanceof RecordTooLargeException) {
      var position = copy.headers().lastHeader("refused-position").value();
      LOG.warn(
          "refused record {} is too large for topic {} and was not copied; the hub keeps it",
          new String(position, StandardCharsets.UTF_8),
          copy.topic());
      answer.complete(null);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(properties.ofProducer());
    }
    return producer;
  }

  /** The next copy is sent by a new producer, with the password of then. */
  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
      producer = null;
    }
  }
}
