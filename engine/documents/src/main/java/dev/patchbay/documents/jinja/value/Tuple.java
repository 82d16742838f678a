package dev.patchbay.documents.jinja.value;

import java.util.List;
import java.util.Optional;

/**
 * Python's tuple.
 *
 * @param names of its items; none, as a rule
 */
public record Tuple(List<Object> items, List<String> names) {
  /** Copies. */
  public Tuple {
    items = List.copyOf(items);
    names = List.copyOf(names);
  }

  /** One whose items have no names. */
  public Tuple(List<Object> items) {
    this(items, List.of());
  }

  /** The item of that name. */
  public Optional<Object> named(String name) {
    int place = names.indexOf(name);
    return place < 0 ? Optional.empty() : Optional.of(items.get(place));
  }

  /** Of these values. */
  public static Tuple of(Object... items) {
    return new Tuple(List.of(items));
  }
}
