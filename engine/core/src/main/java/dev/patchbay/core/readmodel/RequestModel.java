package dev.patchbay.core.readmodel;

import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Requests as the events about them say, with nothing hidden: whoever hands them out reads them
 * through {@link dev.patchbay.core.dataset.VeiledRequests}. Thread-safe.
 */
public interface RequestModel {
  /** Name of the type of connector that fills it. */
  String CONNECTOR_TYPE = "read-model";

  /** How it stands. */
  Standing standing();

  /**
   * One page.
   *
   * @param cursor {@code next} of the page before of the same query, null for the first
   * @throws IllegalArgumentException if the cursor is none
   */
  Seen<RequestOverview> page(RequestQuery query, @Nullable String cursor, int limit);

  /** Counts. */
  Seen<RequestSummary> summary(CountFilter filter);

  /**
   * How it stands.
   *
   * @param filled whether a route fills it
   * @param revision grows with every change of what it holds
   * @param asOf every event accepted before this time is in it, except dead letters
   */
  record Standing(boolean filled, long revision, Instant asOf) {}

  /**
   * What was read, and how the model stood just before.
   *
   * @param standing what changed since then may be in it too, so the next look has another revision
   */
  record Seen<T>(Standing standing, T body) {}
}
