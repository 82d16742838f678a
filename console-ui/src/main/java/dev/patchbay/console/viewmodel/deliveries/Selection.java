package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.model.delivery.DeliveryFilter;
import java.util.LinkedHashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that a query matches, but for some. A million rows are chosen without a mark on any.
 *
 * @param except ids that are left out, at most {@link DeliveryFilter#MOST_EXCEPT}
 */
public record Selection(DeliveryQuery query, Set<String> except) {
  public Selection {
    except = Set.copyOf(except);
  }

  /** Everything. */
  public static Selection all(DeliveryQuery query) {
    return new Selection(query, Set.of());
  }

  /** Whether this delivery is chosen, provided that the query matches it. */
  public boolean has(String id) {
    return !except.contains(id);
  }

  /** Leaves a delivery out, or takes it in again; the same if no more can be left out. */
  public Selection toggle(String id) {
    var next = new LinkedHashSet<>(except);
    if (!next.remove(id) && next.size() < DeliveryFilter.MOST_EXCEPT) {
      next.add(id);
    }
    return new Selection(query, next);
  }

  /** How many are chosen of those that match. */
  public OptionalLong count(OptionalLong matching) {
    return matching.isPresent()
        ? OptionalLong.of(Math.max(0, matching.getAsLong() - except.size()))
        : matching;
  }
}
