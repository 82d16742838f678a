package dev.patchbay.core.imports;

import dev.patchbay.model.imports.ImportProblem;
import java.util.List;

/** What a row became. */
public sealed interface Converted {
  /**
   * A request that can be made.
   *
   * @param json RequestDraft of the Request Service's contract, in UTF-8
   * @param named whether it has an id of its own, by which the service knows it again
   */
  record Ready(byte[] json, RowKey key, boolean named) implements Converted {}

  /** Nothing, for these reasons. */
  record Faulty(List<ImportProblem> problems) implements Converted {}
}
