package dev.patchbay.documents.jinja.value;

import java.util.List;

/**
 * What filters such as {@code map} hand on: values to go through, without a length or text, and
 * always true, as Python's generators are.
 */
public record Generated(List<Object> items) {
  /** Copies. */
  public Generated {
    items = List.copyOf(items);
  }
}
