package dev.patchbay.core.mapping;

import dev.patchbay.model.FieldError;
import java.util.List;

/** What came of compiling a mapping. */
public sealed interface Compilation {
  /** It can work. */
  record Compiled(Mapping mapping) implements Compilation {}

  /**
   * It cannot.
   *
   * @param errors at least one; fields are JSON Pointers into the route draft, for example {@code
   *     /columns/3/source}
   */
  record Faults(List<FieldError> errors) implements Compilation {
    public Faults {
      errors = List.copyOf(errors);
    }
  }
}
