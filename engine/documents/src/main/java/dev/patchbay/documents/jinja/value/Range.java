package dev.patchbay.documents.jinja.value;

import java.math.BigInteger;
import java.util.AbstractList;

/** Python's range, which takes no space. */
public final class Range extends AbstractList<Object> {
  private final long start;
  private final long stop;
  private final long step;

  /** A step of 0 is refused. */
  public Range(long start, long stop, long step) {
    if (step == 0) {
      throw new Fault("range() is asked to count in steps of 0", "Give a step of 1 or more.");
    }
    this.start = start;
    this.stop = stop;
    this.step = step;
    checkSize(size());
  }

  @Override
  public Object get(int index) {
    return BigInteger.valueOf(at(index));
  }

  @Override
  public int size() {
    return (int) Math.min(Integer.MAX_VALUE, count());
  }

  private long count() {
    long distance = step > 0 ? stop - start : start - stop;
    return distance <= 0 ? 0 : (distance - 1) / Math.abs(step) + 1;
  }

  private static void checkSize(int count) {
    if (count > 1_000_000) {
      throw new Fault("range() is asked for " + count + " numbers", "Ask for a million at most.");
    }
  }

  /** A part of it. */
  Range every(Slices.Span span) {
    return new Range(at(span.from()), at(span.to()), step * span.step());
  }

  private long at(int place) {
    return start + place * step;
  }

  /** As Python writes it. */
  String text() {
    return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
  }
}
