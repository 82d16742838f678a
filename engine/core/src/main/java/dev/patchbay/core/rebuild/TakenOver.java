package dev.patchbay.core.rebuild;

import dev.patchbay.core.delivery.row.VersionMarks;
import dev.patchbay.core.event.EventVersion;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a row that is read a rebuild takes over: columns that stand in a higher version than the
 * stored events tell, because the delivery that wrote them is not among those that were read. It
 * was written since, or its event is no longer stored. Where the event was read, what routes make
 * of it today holds.
 *
 * @param columns to take over
 * @param marks of the row with them
 */
public record TakenOver(Set<String> columns, VersionMarks marks) {
  /**
   * Compares one key.
   *
   * @param standing in the generation that is read
   * @param folded in the one that grows
   * @param seen deliveries whose events were read
   * @param filled columns that routes fill now
   */
  public static TakenOver of(
      VersionMarks standing, VersionMarks folded, Set<Long> seen, Set<String> filled) {
    var columns = new LinkedHashSet<String>();
    var marks = new HashMap<>(folded.columns());
    standing
        .columns()
        .forEach(
            (column, version) -> {
              if (filled.contains(column)
                  && isHigher(version, marks.get(column))
                  && !seen.contains(version.arrival())) {
                columns.add(column);
                marks.put(column, version);
              }
            });
    return new TakenOver(columns, new VersionMarks(marks));
  }

  private static boolean isHigher(EventVersion version, @Nullable EventVersion than) {
    return than == null || version.compareTo(than) > 0;
  }

  /** The higher version of each column. */
  public static VersionMarks higher(VersionMarks one, VersionMarks other) {
    Map<String, EventVersion> marks = new HashMap<>(one.columns());
    other
        .columns()
        .forEach(
            (column, version) ->
                marks.merge(column, version, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    return new VersionMarks(marks);
  }
}
