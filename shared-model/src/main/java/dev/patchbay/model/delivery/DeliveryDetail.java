package dev.patchbay.model.delivery;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with everything known about it.
 *
 * @param envelope the event as stored
 * @param row what was written, or what the current mapping would write while it is open
 * @param rowError why no row can be made, null if it can
 */
public record DeliveryDetail(
    DeliverySummary summary,
    Map<String, Object> envelope,
    List<AttemptView> attempts,
    List<WrittenCell> row,
    @Nullable String rowError) {
  public DeliveryDetail {
    attempts = List.copyOf(attempts);
    row = List.copyOf(row);
  }
}
