package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.RawEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Records that are handed over together.
 *
 * @param events the same records, read
 */
record Batch(List<ConsumerRecord<byte[], byte[]>> records, List<RawEvent> events) {
  static Batch of(ConsumerRecords<byte[], byte[]> polled) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>(polled.count());
    polled.forEach(records::add);
    return of(records);
  }

  private static Batch of(List<ConsumerRecord<byte[], byte[]>> records) {
    var events = new ArrayList<RawEvent>(records.size());
    for (var record : records) {
      events.add(RecordFormat.read(record));
    }
    return new Batch(records, events);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /** What is left when other members read these partitions. */
  Batch without(Collection<TopicPartition> lost) {
    return lost.isEmpty()
        ? this
        : of(records.stream().filter(record -> !lost.contains(partition(record))).toList());
  }

  /** The offset after the last record of each partition. */
  Map<TopicPartition, Long> ends() {
    var ends = new HashMap<TopicPartition, Long>();
    for (var record : records) {
      ends.put(partition(record), record.offset() + 1);
    }
    return ends;
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
