package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.row.BatchPlan;
import dev.patchbay.core.delivery.row.PlannedRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the bad row is that had a batch refused. A refused batch is halved until its bad row stands
 * alone; a refused row that was folded from several deliveries is taken apart. Forgotten in a
 * crash, and then found again.
 */
final class Suspects {
  private final Map<String, Long> takenApart = new HashMap<>();
  private long until;
  private int rows;

  /** Most rows that may go together from this place in the lane on. */
  int most(int limit, long after) {
    return after < until ? Math.min(limit, Math.max(1, rows / 2)) : limit;
  }

  /** Whether a delivery must not be folded with others. */
  boolean alone(QueuedDelivery delivery) {
    return delivery.seq() <= takenApart.getOrDefault(delivery.key(), 0L);
  }

  /** One row of the batch is bad, nobody knows which. */
  void refused(BatchPlan plan) {
    until = plan.last();
    rows = plan.rows().size();
  }

  /** The rows of this batch are good: if one is bad, it is among those that are left. */
  void cleared(BatchPlan plan) {
    rows -= plan.rows().size();
    if (rows <= 0) {
      until = 0;
    }
  }

  /** The bad row is found. */
  void found() {
    until = 0;
  }

  /** One of the deliveries that were folded into this row is bad. */
  void takeApart(PlannedRow row) {
    var newest = row.deliveries().max(Comparator.comparingLong(QueuedDelivery::seq)).orElseThrow();
    takenApart.put(row.row().key(), newest.seq());
  }
}
