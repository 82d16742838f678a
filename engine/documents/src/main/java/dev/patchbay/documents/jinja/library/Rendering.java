package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;

/** What filters and tests may use of the rendering they are part of. */
public interface Rendering {
  /** Applies a filter by name. */
  Object filter(String name, Object value, Arguments arguments);

  /** Asks a test by name. */
  boolean test(String name, Object value, Arguments arguments);

  /** {@code value[key]}, or {@code value.key}; Undefined where there is none. */
  Object item(Object value, Object key);

  /** Counts work, in items or characters. */
  void spend(long size);
}
