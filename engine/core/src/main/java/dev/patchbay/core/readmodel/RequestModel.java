package dev.patchbay.core.readmodel;

import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestFilter;
import dev.patchbay.model.request.RequestOverview;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestView;
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

  /** Hands over all of them as they stand at one moment. Memory does not grow with them. */
  void each(RequestFilter filter, RequestSort sort, Reader reader);

  /** Takes requests one by one. */
  interface Reader {
    /** How many there will be, before the first. */
    void expect(long count);

    /** Takes one; false if it takes no more. */
    boolean take(RequestView request);
  }

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
