package dev.patchbay.model.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a target looks like now: the real columns of a sheet tab.
 *
 * @param title name for a person, for example the spreadsheet's title and the tab
 * @param uri where a person can open it, null if nowhere
 */
public record TargetDescription(String title, @Nullable String uri, List<Column> columns) {
  public TargetDescription {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param place where it stands, for example {@code C}
   * @param mappedTo id of the mapping column that is anchored here, null if none
   */
  public record Column(String place, String header, @Nullable String mappedTo) {}
}
