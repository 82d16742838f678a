package dev.patchbay.core.readmodel;

import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests as the events about them say. Thread-safe. */
public interface RequestModel {
  /** Name of the type of connector that fills it. */
  String CONNECTOR_TYPE = "read-model";

  /** How it stands; empty while no route fills it. */
  Optional<Standing> standing();

  /**
   * One page.
   *
   * @param cursor {@code next} of the page before with the same filter and sort, null for the first
   * @throws IllegalArgumentException if the cursor is none
   */
  RequestOverview page(RequestFilter filter, RequestSort sort, @Nullable String cursor, int limit);

  /** Counts. */
  RequestSummary summary(CountFilter filter);

  /**
   * How it stands.
   *
   * @param revision grows with every change of what it holds
   * @param asOf every event accepted before this time is in it, except dead letters
   */
  record Standing(long revision, Instant asOf) {}
}
