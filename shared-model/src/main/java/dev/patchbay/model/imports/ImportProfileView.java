package dev.patchbay.model.imports;

import java.time.Instant;
import java.util.List;

/**
 * A profile as it stands.
 *
 * @param version counts its changes, from 1
 */
public record ImportProfileView(
    String name, List<ImportColumn> columns, long version, Instant changedAt, String changedBy) {
  public ImportProfileView {
    columns = List.copyOf(columns);
  }
}
