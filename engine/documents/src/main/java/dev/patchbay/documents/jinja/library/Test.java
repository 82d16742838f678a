package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;

/** What stands behind {@code is}. */
@FunctionalInterface
public interface Test {
  /** Whether it holds of a value. */
  boolean holds(Object value, Arguments arguments, Rendering rendering);
}
