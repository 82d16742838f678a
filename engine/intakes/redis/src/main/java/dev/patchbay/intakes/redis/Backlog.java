package dev.patchbay.intakes.redis;

import java.math.BigInteger;
import java.util.OptionalLong;

/** How many entries the hub has not stored yet. */
record Backlog(GroupReads reads) {
  /** Counted one by one, with their content: no more than that. */
  private static final int LARGEST_COUNT = 1_000;

  /** Pending ones of all nodes, and those that nobody got yet. */
  OptionalLong of(Look.Ready look) {
    var unread = unread(look);
    return unread.isEmpty() ? unread : OptionalLong.of(look.group().pending() + unread.getAsLong());
  }

  /** Redis 7.0 reports a wrong lag after a gap, so what is plain from the ids goes first. */
  private OptionalLong unread(Look.Ready look) {
    var stream = look.stream();
    var delivered = look.group().delivered();
    if (stream.first().isEmpty() || !stream.last().isAfter(delivered)) {
      return OptionalLong.of(0);
    }
    var first = stream.first().get();
    if (first.isAfter(delivered)) {
      return OptionalLong.of(stream.length());
    }
    return look.group().lag().isPresent() ? look.group().lag() : counted(stream, first, delivered);
  }

  private OptionalLong counted(Look.Stream stream, StreamId first, StreamId delivered) {
    int count = reads.count(delivered, LARGEST_COUNT);
    return count < LARGEST_COUNT
        ? OptionalLong.of(count)
        : estimated(stream, first.millis(), delivered.millis());
  }

  /** By time, as if the entries had come at even intervals. */
  private static OptionalLong estimated(Look.Stream stream, long first, long delivered) {
    long end = stream.last().millis();
    if (end == first) {
      return OptionalLong.empty();
    }
    var share =
        BigInteger.valueOf(stream.length())
            .multiply(BigInteger.valueOf(end - delivered))
            .divide(BigInteger.valueOf(end - first));
    return OptionalLong.of(Math.clamp(share.longValue(), LARGEST_COUNT, stream.length()));
  }
}
