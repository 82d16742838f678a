package dev.patchbay.documents.jinja.library;

import dev.patchbay.documents.jinja.value.Arguments;

/** What stands behind {@code |}. */
@FunctionalInterface
public interface Filter {
  /** The value made of another; throws {@code Fault} where it cannot be. */
  Object apply(Object value, Arguments arguments, Rendering rendering);
}
