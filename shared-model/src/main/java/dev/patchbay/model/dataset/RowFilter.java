package dev.patchbay.model.dataset;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a dataset; all that is given must hold. In JSON the fields stand beside the rest:
 * {@code {"requestId": ["r-1"], "from": "2026-01-01T00:00:00Z"}}.
 *
 * @param values any of these, by field, all if empty; only fields that rows of the dataset can be
 *     chosen by
 * @param from of the time that the dataset is chosen by, counts; null for all
 * @param to of that time, does not count; null for all
 * @param text of requests only: each of its words, in any case, is in title, description or
 *     address; null for all
 */
public record RowFilter(
    @JsonAnySetter @JsonAnyGetter Map<String, List<String>> values,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text) {
  /** Every row. */
  public static final RowFilter ALL = new RowFilter(Map.of(), null, null, null);

  public RowFilter {
    var given = new TreeMap<String, List<String>>();
    if (values != null) {
      values.forEach((field, any) -> given.put(field, any == null ? List.of() : List.copyOf(any)));
    }
    values = Collections.unmodifiableMap(given);
  }

  /** Rows of which a field is one of these values. */
  public static RowFilter of(String field, String... any) {
    return new RowFilter(Map.of(field, List.of(any)), null, null, null);
  }

  /** The same, of a stretch of time. */
  public RowFilter between(Instant first, Instant end) {
    return new RowFilter(values, first, end, text);
  }
}
