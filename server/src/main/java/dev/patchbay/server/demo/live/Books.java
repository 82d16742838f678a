package dev.patchbay.server.demo.live;

import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.client.Answer;
import java.util.Locale;
import java.util.Optional;

/** The books of the hub in one line. Pure. */
final class Books {
  private Books() {}

  static Optional<String> inWords(Answer<DeliveryCounts> answer) {
    return switch (answer) {
      case Answer.Done<DeliveryCounts>(var counts) -> Optional.of(line(counts));
      case Answer.Refused<DeliveryCounts> _, Answer.Unreachable<DeliveryCounts> _ ->
          Optional.empty();
    };
  }

  private static String line(DeliveryCounts counts) {
    return String.format(
        Locale.ROOT,
        "%,d events · %,d delivered · %,d on their way · %,d failed · %,d without a route",
        counts.accepted(),
        of(counts, DeliveryState.DELIVERED) + of(counts, DeliveryState.SUPERSEDED),
        of(counts, DeliveryState.PENDING) + of(counts, DeliveryState.UNKNOWN),
        of(counts, DeliveryState.DEAD),
        counts.noRoute());
  }

  private static long of(DeliveryCounts counts, DeliveryState state) {
    return counts.byState().getOrDefault(state, 0L);
  }
}
