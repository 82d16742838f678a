package dev.patchbay.intakes.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Uuid;

/**
 * How far a partition was stored.
 *
 * @param next offset of the first record that is not stored
 * @param topicId of the topic that had these offsets: one that was made anew under the same name
 *     has another. Empty if somebody else set the offset
 */
record Bookmark(long next, Optional<Uuid> topicId) {

  /** As committed to the group. */
  static Bookmark ofCommit(OffsetAndMetadata committed) {
    return new Bookmark(committed.offset(), id(committed.metadata()));
  }

  /** As kept by the hub: the last stored offset and the topic's id, with a blank between. */
  static Bookmark ofCheckpoint(String position) {
    var parts = position.split(" ", 2);
    try {
      return new Bookmark(
          Long.parseLong(parts[0]) + 1, parts.length > 1 ? id(parts[1]) : Optional.empty());
    } catch (NumberFormatException foreign) {
      return new Bookmark(0, Optional.empty());
    }
  }

  /**
   * Without the leader's epoch: a topic that was made anew begins with the first one, and a client
   * that knows of a later one waits for it.
   */
  OffsetAndMetadata toCommit() {
    return new OffsetAndMetadata(next, topicId.map(Uuid::toString).orElse(""));
  }

  String toCheckpoint() {
    return next - 1 + topicId.map(id -> " " + id).orElse("");
  }

  private static Optional<Uuid> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Uuid.fromString(text));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }
}
