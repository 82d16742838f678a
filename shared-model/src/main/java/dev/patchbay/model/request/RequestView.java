package dev.patchbay.model.request;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request. Whatever no event has said is null.
 *
 * @param more further columns of the route that fills the read model, by column id
 */
public record RequestView(
    String id,
    @Nullable String title,
    @Nullable String status,
    @Nullable String category,
    @Nullable String assignee,
    @Nullable String description,
    @Nullable String address,
    @Nullable Instant requestedAt,
    @Nullable Instant updatedAt,
    Map<String, Object> more) {
  public RequestView {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }
}
