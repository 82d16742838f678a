package dev.patchbay.intakes.kafka;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incident.Kind;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Where to read a partition from.
 *
 * @param offset of the next record to read
 * @param incident what is missing before it
 */
record Placement(long offset, Optional<Incident> incident) {

  /** Nobody read it before: from the oldest record on. */
  static Placement first(PartitionLog log) {
    return new Placement(log.start(), Optional.empty());
  }

  /** On from a bookmark, if what it points to is still there. */
  static Placement after(TopicPartition partition, Bookmark bookmark, PartitionLog log) {
    if (isAnotherTopic(bookmark, log)) {
      return madeAnew(partition, log);
    }
    if (bookmark.next() < log.start()) {
      return trimmed(partition, bookmark, log);
    }
    return bookmark.next() > log.end()
        ? madeAnew(partition, log)
        : new Placement(bookmark.next(), Optional.empty());
  }

  /** The group has no offset, and the hub knows that there was one. */
  static Placement forgotten(TopicPartition partition, Bookmark bookmark, PartitionLog log) {
    if (isAnotherTopic(bookmark, log)) {
      return madeAnew(partition, log);
    }
    long offset = log.reaches(bookmark.next()) ? bookmark.next() : log.start();
    return reported(
        offset,
        Kind.GROUP_LOST,
        partition,
        "Kafka forgot how far the consumer group had read. The hub had stored all before offset "
            + bookmark.next()
            + "; reading began again at offset "
            + offset
            + gap(bookmark.next(), offset));
  }

  /** The log ends before what was read, or other records took that place. */
  static Placement truncated(TopicPartition partition, PartitionLog log) {
    return reported(
        log.start(),
        Kind.STREAM_LOST,
        partition,
        "Kafka lost records that it had handed out, and others may have taken their offsets."
            + " Reading began again at offset "
            + log.start()
            + ".");
  }

  private static boolean isAnotherTopic(Bookmark bookmark, PartitionLog log) {
    return bookmark.topicId().filter(id -> !id.equals(log.topicId())).isPresent();
  }

  private static Placement madeAnew(TopicPartition partition, PartitionLog log) {
    return reported(
        log.start(),
        Kind.STREAM_LOST,
        partition,
        "The topic was deleted and made anew. What the hub had not read of the old one is lost."
            + " Reading began at offset "
            + log.start()
            + " of the new one ("
            + log.topicId()
            + ").");
  }

  private static Placement trimmed(TopicPartition partition, Bookmark bookmark, PartitionLog log) {
    return reported(
        log.start(),
        Kind.TRIMMED_UNREAD,
        partition,
        "Kafka deleted records before the hub had read them: "
            + (log.start() - bookmark.next())
            + " are missing, offsets "
            + bookmark.next()
            + " to "
            + (log.start() - 1)
            + ". Reading went on at offset "
            + log.start()
            + ". A longer retention of the topic prevents this.");
  }

  private static String gap(long wanted, long offset) {
    return offset > wanted ? ". Records in between are missing: " + (offset - wanted) + "." : ".";
  }

  private static Placement reported(
      long offset, Kind kind, TopicPartition partition, String detail) {
    var where = "Topic " + partition.topic() + ", partition " + partition.partition() + ": ";
    return new Placement(
        offset, Optional.of(new Incident(kind, partition.toString(), where + detail)));
  }
}
