package dev.patchbay.core.retry;

import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bulk retries, kept over restarts. A run covers what was DEAD at its snapshot; it only puts
 * deliveries back on their lanes, where back-off, quota and order hold as for any other, and where
 * the owner finds out what a newer version has made pointless. Thread-safe.
 */
public interface BulkRetries {
  /**
   * Dry run: what a bulk retry would do, and the snapshot to start exactly that.
   *
   * @throws IllegalArgumentException if the filter asks for a state other than DEAD
   */
  BulkRetryPlan plan(DeliveryFilter filter);

  /**
   * Starts a run, once per snapshot: a second start with the same snapshot answers the first's run.
   * Without a snapshot it covers what is DEAD now.
   *
   * @throws IllegalArgumentException if the snapshot is none of ours or was made for another filter
   */
  Started start(BulkRetryDraft draft, String startedBy);

  /**
   * What a start came to.
   *
   * @param isNew whether it made the run, which otherwise was there
   */
  record Started(BulkRetryView run, boolean isNew) {}

  /** A run and its progress. */
  Optional<BulkRetryView> find(String id);

  /** Newest runs. */
  List<BulkRetryView> newest(int limit);

  /**
   * Deliveries that a run has put back, in the order it did.
   *
   * @param cursor {@code next} of the page before, null for the first
   * @throws IllegalArgumentException if the cursor is none of ours
   */
  Page<BulkRetryItem> items(String id, @Nullable String cursor, int limit);

  /** Lets a running one rest; empty if there is none of this id. */
  Optional<BulkRetryView> pause(String id);

  /** Lets a paused one go on; empty if there is none of this id. */
  Optional<BulkRetryView> resume(String id);

  /** Ends one for good; what it put back stays so. Empty if there is none of this id. */
  Optional<BulkRetryView> cancel(String id);

  /** Ids of runs that are RUNNING, oldest first. */
  List<String> running();

  /**
   * Puts the next few hundred deliveries back, in one transaction. Does nothing where another node
   * is stepping the same run or the run does not run.
   */
  void step(String id);
}
