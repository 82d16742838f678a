package dev.patchbay.model.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a dataset.
 *
 * @param asOf every event accepted before this time is in it, except dead letters
 * @param items values by field, {@code id} first; what is not known or not shown is left out
 * @param next opaque cursor of the following page, null on the last one
 */
public record DatasetPage(Instant asOf, List<Map<String, Object>> items, @Nullable String next) {
  public DatasetPage {
    items = List.copyOf(items);
  }
}
