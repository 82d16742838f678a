package dev.patchbay.core.history;

import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.event.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Read side of deliveries: lists by keyset, one delivery whole, the books. Thread-safe. */
public interface DeliveryHistory {
  /**
   * One page, newest first.
   *
   * @param cursor {@code next} of the page before, null for the first
   * @param limit 1 to 500
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  Page<DeliverySummary> page(DeliveryFilter filter, @Nullable String cursor, int limit);

  /** One delivery without its row (the caller knows the mapping), empty if the id names none. */
  Optional<Found> find(String id);

  /** The envelope of a delivery as stored, and nothing else of it; empty if the id names none. */
  Optional<byte[]> payload(String id);

  /** The books. */
  DeliveryCounts counts();

  /** Newest stored events of a type, newest first. */
  List<StoredEvent> events(@Nullable String type, int limit);

  /** One stored event by the hub's id, empty if the id names none. */
  Optional<StoredEvent> event(String id);

  /**
   * One delivery as stored.
   *
   * @param payload the envelope as stored
   * @param attempts oldest first
   * @param content of the attempt that wrote it, null while none has
   */
  record Found(
      int lane,
      long seq,
      DeliverySummary summary,
      byte[] payload,
      List<AttemptView> attempts,
      byte @Nullable [] content) {}
}
