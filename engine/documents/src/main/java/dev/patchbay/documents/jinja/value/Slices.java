package dev.patchbay.documents.jinja.value;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Python's slices: {@code value[start:stop:step]}, and items counted from the end. */
public final class Slices {
  private Slices() {}

  /** The part of a text, list or tuple between two places. */
  public static Object slice(Object value, Object start, Object stop, Object step) {
    int stride = given(step).orElse(1);
    if (stride == 0) {
      throw new Fault("a slice has steps of 0", "Leave the step out, or give another one.");
    }
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (value instanceof java.util.Map || value instanceof Generated) {
      throw new Fault(Values.typeName(value) + " has no slices", "Make a list of it first: |list.");
    }
    return like(value, picked(Values.items(value), given(start), given(stop), stride));
  }

  private static List<Object> picked(
      List<Object> items, OptionalInt start, OptionalInt stop, int step) {
    int size = items.size();
    int low = step > 0 ? 0 : -1;
    int high = step > 0 ? size : size - 1;
    long from = bound(start, size, low, high, step > 0 ? low : high);
    long to = bound(stop, size, low, high, step > 0 ? high : low);
    var picked = new ArrayList<Object>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      picked.add(items.get((int) i));
    }
    return picked;
  }

  private static long bound(OptionalInt given, int size, int low, int high, int otherwise) {
    if (given.isEmpty()) {
      return otherwise;
    }
    long place = given.getAsInt();
    return Math.clamp(place < 0 ? place + size : place, low, high);
  }

  private static OptionalInt given(Object value) {
    return value instanceof None ? OptionalInt.empty() : OptionalInt.of(Numbers.index(value));
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
