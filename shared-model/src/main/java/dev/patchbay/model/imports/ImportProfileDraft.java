package dev.patchbay.model.imports;

import java.util.List;

/**
 * Which columns fill which fields, to be used for many files.
 *
 * @param columns at least one of them for {@code title}
 */
public record ImportProfileDraft(String name, List<ImportColumn> columns) {
  public ImportProfileDraft {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }
}
