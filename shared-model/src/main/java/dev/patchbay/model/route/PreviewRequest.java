package dev.patchbay.model.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries a mapping on events without storing or sending anything.
 *
 * @param route draft to try; null tries the stored route
 * @param events envelopes to try it on; empty takes the newest stored events of the route's types
 * @param limit how many stored events at most, 1 to 100
 */
public record PreviewRequest(
    @Nullable RouteDraft route, List<Map<String, Object>> events, @Nullable Integer limit) {
  public PreviewRequest {
    events = events == null ? List.of() : List.copyOf(events);
  }
}
