package dev.patchbay.model.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of requests.
 *
 * @param asOf every event accepted before this time is in it, except dead letters
 * @param next opaque cursor of the following page, null on the last one
 */
public record RequestOverview(Instant asOf, List<RequestView> items, @Nullable String next) {
  public RequestOverview {
    items = List.copyOf(items);
  }
}
