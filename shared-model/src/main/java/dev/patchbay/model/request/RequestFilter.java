package dev.patchbay.model.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests; all that is given must hold.
 *
 * @param status any of these, all if empty
 * @param category any of these, all if empty
 * @param assignee any of these people or teams, all if empty
 * @param from asked for at this time or later
 * @param to asked for before this time
 * @param text each of its words, in any case, is in title, description or address
 */
public record RequestFilter(
    List<String> status,
    List<String> category,
    List<String> assignee,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text) {
  /** Every request. */
  public static final RequestFilter ALL =
      new RequestFilter(List.of(), List.of(), List.of(), null, null, null);

  public RequestFilter {
    status = status == null ? List.of() : List.copyOf(status);
    category = category == null ? List.of() : List.copyOf(category);
    assignee = assignee == null ? List.of() : List.copyOf(assignee);
  }

  /** The same, of a stretch of time. */
  public RequestFilter between(Instant first, Instant end) {
    return new RequestFilter(status, category, assignee, first, end, text);
  }
}
