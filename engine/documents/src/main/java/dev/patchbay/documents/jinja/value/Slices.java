package dev.patchbay.documents.jinja.value;

import java.util.ArrayList;
import java.util.List;

/** Python's slices: {@code value[start:stop:step]}, and items counted from the end. */
public final class Slices {
  private static final long FARTHEST = Integer.MAX_VALUE;

  private Slices() {}

  /** The part of a text, list or tuple between two places. */
  public static Object slice(Object value, Object start, Object stop, Object step) {
    int stride = step instanceof None ? 1 : (int) Math.clamp(near(step), -FARTHEST, FARTHEST);
    if (stride == 0) {
      throw new Fault("a slice has steps of 0", "Leave the step out, or give another one.");
    }
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (value instanceof java.util.Map || value instanceof Generated) {
      throw new Fault(Values.typeName(value) + " has no slices", "Make a list of it first: |list.");
    }
    if (value instanceof Range range) {
      return range.every(span(range.size(), start, stop, stride));
    }
    var items = Values.items(value);
    return like(value, picked(items, span(items.size(), start, stop, stride)));
  }

  /** Places in a list: every so many from one to before another. */
  record Span(int from, int to, int step) {}

  private static List<Object> picked(List<Object> items, Span span) {
    var picked = new ArrayList<Object>();
    int step = span.step();
    for (long i = span.from(); step > 0 ? i < span.to() : i > span.to(); i += step) {
      picked.add(items.get((int) i));
    }
    return picked;
  }

  private static Span span(int size, Object start, Object stop, int step) {
    int low = step > 0 ? 0 : -1;
    int high = step > 0 ? size : size - 1;
    return new Span(
        Math.clamp(bound(start, size, step > 0 ? low : high), low, high),
        Math.clamp(bound(stop, size, step > 0 ? high : low), low, high),
        step);
  }

  /**
   * A place that may be counted from the end, 0 or more; it may be behind the last.
   *
   * @param otherwise if it is not given
   */
  public static long counted(Object place, int size, int otherwise) {
    return Math.max(0, bound(place, size, otherwise));
  }

  private static long bound(Object place, int size, int otherwise) {
    if (place instanceof None) {
      return otherwise;
    }
    long given = near(place);
    return given < 0 ? given + size : given;
  }

  /** What is too far away for any list is as good as the farthest. */
  private static long near(Object place) {
    var number = Numbers.integer(place);
    return number.bitLength() > 31 ? number.signum() * FARTHEST : number.longValue();
  }

  private static Object like(Object value, List<Object> picked) {
    return switch (value) {
      case String _ -> joined(picked);
      case Markup _ -> new Markup(joined(picked));
      case Tuple _ -> new Tuple(picked);
      default -> picked;
    };
  }

  private static String joined(List<Object> characters) {
    var text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  /** The place of an item that may be counted from the end, or -1 where there is none. */
  public static int place(Object index, int size) {
    if (!Numbers.isInt(index) || Numbers.integer(index).bitLength() > 31) {
      return -1;
    }
    int place = Numbers.index(index);
    int counted = place < 0 ? place + size : place;
    return counted < 0 || counted >= size ? -1 : counted;
  }
}
