package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Limits;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Decides what the deliveries at the head of a lane become: rows to send, superseded without
 * sending, parked, made to wait. Upsert targets get one row per key, folded per column: a later
 * version goes over an earlier one, and a column is never replaced by a lower version of its key,
 * neither of this batch nor of what stands in the target. Append targets get one row per delivery.
 * Pure; one instance per plan.
 */
public final class BatchPlanner {
  private static final int BYTES_OF_A_PLAIN_CELL = 12;

  private final Limits limits;
  private final Predicate<QueuedDelivery> alone;
  private final Map<Integer, Layout> layouts = new LinkedHashMap<>();
  private final Map<String, FoldedRow> folded = new LinkedHashMap<>();
  private final List<PlannedRow> appended = new ArrayList<>();
  private final List<Verdict> parked = new ArrayList<>();
  private final List<Verdict> waiting = new ArrayList<>();
  private long bytes;
  private long last;

  private BatchPlanner(Limits limits, Predicate<QueuedDelivery> alone) {
    this.limits = limits;
    this.alone = alone;
  }

  /**
   * Plans a batch.
   *
   * @param heads in the order of the lane, at least one; all of one key carry the same marks
   * @param limits a row that is larger than they allow goes alone
   * @param alone deliveries that must not be folded with others of their key
   */
  public static BatchPlan plan(List<Head> heads, Limits limits, Predicate<QueuedDelivery> alone) {
    var planner = new BatchPlanner(limits, alone);
    for (var head : heads) {
      if (!planner.takes(head)) {
        break;
      }
      planner.last = head.delivery().seq();
    }
    return planner.finish();
  }

  private boolean takes(Head head) {
    return switch (head) {
      case Head.Faulty(var delivery, var cause) ->
          parked.add(new Verdict.Park(delivery.seq(), cause));
      case Head.Waiting(var delivery, var cause, var pause) ->
          waiting.add(new Verdict.Wait(delivery.seq(), cause, pause));
      case Head.Behind _ -> true;
      case Head.Ready ready -> fits(ready) && add(ready);
    };
  }

  private boolean fits(Head.Ready ready) {
    if (layouts.isEmpty()) {
      return limits.rows() > 0;
    }
    return layouts.values().stream().allMatch(l -> Layouts.compatible(l, ready.layout()))
        && bytes + bytes(ready.row()) <= limits.bytes()
        && (upsert(ready) ? fitsFolded(ready.delivery()) : appended.size() < limits.rows());
  }

  private boolean fitsFolded(QueuedDelivery delivery) {
    var row = folded.get(delivery.key());
    return row == null ? folded.size() < limits.rows() : !alone.test(delivery) && !row.holds(alone);
  }

  private boolean add(Head.Ready ready) {
    layouts.putIfAbsent(ready.delivery().route(), ready.layout());
    bytes += bytes(ready.row());
    if (upsert(ready)) {
      folded
          .computeIfAbsent(ready.delivery().key(), key -> new FoldedRow(ready.delivery()))
          .add(ready);
    } else {
      appended.add(new PlannedRow(ready.row(), List.of(ready.delivery()), List.of()));
    }
    return true;
  }

  private BatchPlan finish() {
    var rows = new ArrayList<>(appended);
    var superseded = new ArrayList<Long>();
    var marks = new LinkedHashMap<String, String>();
    folded.forEach(
        (key, row) -> {
          superseded.addAll(row.superseded());
          row.planned()
              .ifPresent(
                  planned -> {
                    rows.add(planned);
                    marks.put(key, row.marks().text());
                  });
        });
    return new BatchPlan(
        List.copyOf(layouts.values()), rows, superseded, parked, waiting, marks, last);
  }

  private static boolean upsert(Head.Ready ready) {
    return ready.layout().mode() == WriteMode.UPSERT;
  }

  private static long bytes(Row row) {
    long bytes = 0;
    for (var cell : row.cells().values()) {
      bytes += bytes(cell);
    }
    return bytes;
  }

  private static long bytes(Cell cell) {
    return switch (cell) {
      case Cell.Text(var text) -> text.length();
      case Cell.Link(var uri, var label) -> (long) uri.length() + label.length();
      case Cell.Numeric _, Cell.Bool _, Cell.Date _, Cell.DateTime _, Cell.Money _ ->
          BYTES_OF_A_PLAIN_CELL;
      case Cell.Empty _ -> 1;
    };
  }
}
