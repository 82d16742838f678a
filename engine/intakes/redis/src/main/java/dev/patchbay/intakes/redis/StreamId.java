package dev.patchbay.intakes.redis;

import java.util.regex.Pattern;

/**
 * Id of an entry, {@code milliseconds-sequence}; both are unsigned. Ids of one stream only grow.
 *
 * @see <a href="https://redis.io/docs/latest/commands/xadd/">XADD</a>
 */
record StreamId(long millis, long sequence) implements Comparable<StreamId> {
  /** Before every entry. */
  static final StreamId ZERO = new StreamId(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,20})-(\\d{1,20})");

  static StreamId of(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no id of a stream's entry: " + text);
    }
    return new StreamId(
        Long.parseUnsignedLong(matcher.group(1)), Long.parseUnsignedLong(matcher.group(2)));
  }

  /** The smallest id that is greater. */
  StreamId next() {
    return sequence == -1 ? new StreamId(millis + 1, 0) : new StreamId(millis, sequence + 1);
  }

  boolean isAfter(StreamId other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(StreamId other) {
    int byMillis = Long.compareUnsigned(millis, other.millis);
    return byMillis == 0 ? Long.compareUnsigned(sequence, other.sequence) : byMillis;
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(millis) + "-" + Long.toUnsignedString(sequence);
  }
}
