package dev.patchbay.core.delivery.row;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import dev.patchbay.spi.Row;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One row to send and the deliveries it stands for.
 *
 * @param contributors deliveries of which at least one column is in the row; at least one
 * @param covered deliveries whose every column is overwritten by a newer one
 */
public record PlannedRow(Row row, List<QueuedDelivery> contributors, List<QueuedDelivery> covered) {
  public PlannedRow {
    contributors = List.copyOf(contributors);
    covered = List.copyOf(covered);
  }

  /** Whether it stands for more than one delivery. */
  public boolean folded() {
    return contributors.size() + covered.size() > 1;
  }

  /** The one that came in last. */
  public QueuedDelivery newest() {
    return deliveries().max(Comparator.comparingLong(QueuedDelivery::seq)).orElseThrow();
  }

  /** All deliveries it stands for. */
  public Stream<QueuedDelivery> deliveries() {
    return Stream.concat(contributors.stream(), covered.stream());
  }
}
