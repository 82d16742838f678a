package dev.patchbay.model.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries a list or a bulk retry means. Absent parts match everything.
 *
 * @param key exact row key
 * @param since accepted at or after
 * @param until accepted before
 * @param text free text of the failure
 * @param except ids of deliveries to leave out all the same; a bulk retry takes {@value
 *     #MOST_EXCEPT}
 */
public record DeliveryFilter(
    @Nullable DeliveryState state,
    @Nullable String route,
    @Nullable String key,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String text,
    List<String> except) {
  /** Most deliveries that a filter leaves out. */
  public static final int MOST_EXCEPT = 500;

  /** Matches every delivery. */
  public static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, null, null);

  public DeliveryFilter {
    except = except == null ? List.of() : List.copyOf(except);
  }

  /** A filter that leaves nothing out. */
  public DeliveryFilter(
      @Nullable DeliveryState state,
      @Nullable String route,
      @Nullable String key,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String text) {
    this(state, route, key, since, until, text, List.of());
  }

  /** The same without these deliveries. */
  public DeliveryFilter without(List<String> ids) {
    return new DeliveryFilter(state, route, key, since, until, text, ids);
  }
}
