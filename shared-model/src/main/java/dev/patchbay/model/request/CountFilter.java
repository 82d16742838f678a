package dev.patchbay.model.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are counted; all that is given must hold.
 *
 * @param status any of these, all if empty
 * @param category any of these, all if empty
 * @param from asked for on this day or later
 * @param to asked for before this day
 */
public record CountFilter(
    List<String> status, List<String> category, @Nullable LocalDate from, @Nullable LocalDate to) {
  /** Every request. */
  public static final CountFilter ALL = new CountFilter(List.of(), List.of(), null, null);

  public CountFilter {
    status = List.copyOf(status);
    category = List.copyOf(category);
  }
}
