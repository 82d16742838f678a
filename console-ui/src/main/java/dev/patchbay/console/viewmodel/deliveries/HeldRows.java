package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.model.delivery.DeliverySummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Rows that arrived while the list must not move. A great many are counted, not kept. */
final class HeldRows {
  /** Rows that are kept; beyond them the list is fetched again. */
  static final int MOST = 500;

  private final Map<String, DeliverySummary> rows = new LinkedHashMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private int notKept;
  private boolean late;

  /** How many rows wait. */
  ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Holds a row for the top of the list. */
  void onTop(DeliverySummary row) {
    if (rows.containsKey(row.id()) || rows.size() < MOST) {
      rows.put(row.id(), row);
    } else {
      notKept++;
    }
    recount();
  }

  /** Holds a row whose place is somewhere below the top. */
  void below(DeliverySummary row) {
    late = true;
    onTop(row);
  }

  /** Forgets a row that the list does not want any more. */
  void drop(String id) {
    rows.remove(id);
    recount();
  }

  /** Whether some row has a place that only the hub knows. */
  boolean hasLate() {
    return late && count.get() > 0;
  }

  /** Whether the rows kept are all there are, and all belong on top. */
  boolean fitOnTop() {
    return !hasLate() && notKept == 0;
  }

  /** Hands the rows over, newest first. */
  List<DeliverySummary> take() {
    var newest =
        rows.values().stream()
            .sorted(Comparator.comparing(DeliverySummary::acceptedAt).reversed())
            .toList();
    clear();
    return newest;
  }

  void clear() {
    rows.clear();
    notKept = 0;
    late = false;
    recount();
  }

  private void recount() {
    count.set(rows.size() + notKept);
  }
}
