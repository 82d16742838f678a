package dev.patchbay.intakes.kafka;

import org.apache.kafka.common.Uuid;

/**
 * What a partition holds now.
 *
 * @param topicId of its topic
 * @param start offset of the oldest record
 * @param end offset that the next record gets
 */
record PartitionLog(Uuid topicId, long start, long end) {
  boolean reaches(long offset) {
    return offset >= start && offset <= end;
  }
}
