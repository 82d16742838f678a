package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to do with the deliveries at the head of a lane: the first so many of them, without a gap.
 *
 * @param layouts layouts of the rows' routes
 * @param rows what to send, maybe nothing
 * @param superseded deliveries whose every column already stands in a higher version
 * @param parked deliveries no row can be made of
 * @param waiting deliveries whose rows lack what has to be fetched first; later ones of their keys
 *     are planned for by leaving them as they are
 * @param marks versions by key to be recorded once the rows are applied
 * @param last sequence number of the last delivery that is planned for
 */
public record BatchPlan(
    List<Layout> layouts,
    List<PlannedRow> rows,
    List<Long> superseded,
    List<Verdict> parked,
    List<Verdict> waiting,
    Map<String, String> marks,
    long last) {
  public BatchPlan {
    layouts = List.copyOf(layouts);
    rows = List.copyOf(rows);
    superseded = List.copyOf(superseded);
    parked = List.copyOf(parked);
    waiting = List.copyOf(waiting);
    marks = Map.copyOf(marks);
  }

  /** Columns of all rows; only where there are rows. */
  public Layout layout() {
    return layouts.size() == 1 ? layouts.getFirst() : Layouts.union(layouts);
  }

  /** The rows as sent. */
  public List<Row> sent() {
    return rows.stream().map(PlannedRow::row).toList();
  }

  /** Public ids of the newest delivery of each row. */
  public List<String> ids(int lane) {
    return rows.stream().map(row -> row.newest().id(lane)).toList();
  }

  /** Deliveries that are part of what is sent. */
  public List<Long> seqs() {
    return seqs(rows.stream().flatMap(row -> row.contributors().stream()));
  }

  /** Older deliveries that what is sent covers. */
  public List<Long> covers() {
    return seqs(rows.stream().flatMap(row -> row.covered().stream()));
  }

  /** Every delivery the rows stand for. */
  public List<QueuedDelivery> deliveries() {
    return rows.stream().flatMap(PlannedRow::deliveries).toList();
  }

  private static List<Long> seqs(Stream<QueuedDelivery> deliveries) {
    return deliveries.map(QueuedDelivery::seq).sorted().toList();
  }
}
