package dev.patchbay.documents.jinja.value;

import java.util.List;

/** Python's tuple. */
public record Tuple(List<Object> items) {
  /** Copies. */
  public Tuple {
    items = List.copyOf(items);
  }

  /** Of these values. */
  public static Tuple of(Object... items) {
    return new Tuple(List.of(items));
  }
}
