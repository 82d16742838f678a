package dev.patchbay.documents.jinja.value;

import java.util.Optional;

/** A value with named fields, such as {@code loop}. */
public interface Fields {
  /** The field of this name, if there is one. */
  Optional<Object> field(String name);
}
