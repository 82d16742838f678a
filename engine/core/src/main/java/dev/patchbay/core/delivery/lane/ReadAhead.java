package dev.patchbay.core.delivery.lane;

import dev.patchbay.core.delivery.queue.QueuedDelivery;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deliveries of a pass that were read and are not done yet.
 *
 * @param deliveries in order
 * @param heldRoutes routes without which they were read
 * @param complete whether the lane had nothing behind them
 */
record ReadAhead(List<QueuedDelivery> deliveries, Set<Integer> heldRoutes, boolean complete) {
  static final ReadAhead NOTHING = new ReadAhead(List.of(), Set.of(), false);

  ReadAhead {
    deliveries = List.copyOf(deliveries);
    heldRoutes = Set.copyOf(heldRoutes);
  }

  /** What was found when at most so many were asked for. */
  static ReadAhead of(List<QueuedDelivery> found, Set<Integer> heldRoutes, int most) {
    return new ReadAhead(found, heldRoutes, found.size() < most);
  }

  boolean isEmpty() {
    return deliveries.isEmpty();
  }

  /** Whether there may be more that is not among these. */
  boolean isUsedUp() {
    return deliveries.isEmpty() && !complete;
  }

  List<QueuedDelivery> first(int most) {
    return deliveries.subList(0, Math.min(most, deliveries.size()));
  }

  /**
   * What is left when all up to a sequence number are done. It ends before the first of a key that
   * was among those: whether it has to wait, and over which version it goes, was decided just now.
   */
  ReadAhead behind(long seq) {
    var done = new HashSet<String>();
    int from = 0;
    while (from < deliveries.size() && deliveries.get(from).seq() <= seq) {
      done.add(deliveries.get(from++).key());
    }
    int to = from;
    while (to < deliveries.size() && !done.contains(deliveries.get(to).key())) {
      to++;
    }
    return new ReadAhead(
        deliveries.subList(from, to), heldRoutes, complete && to == deliveries.size());
  }
}
