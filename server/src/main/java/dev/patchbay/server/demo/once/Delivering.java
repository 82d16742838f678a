package dev.patchbay.server.demo.once;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static dev.patchbay.model.delivery.DeliveryState.UNKNOWN;

import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.demo.Story;
import java.time.Duration;

/** Waits for the server to finish what it accepted. */
final class Delivering {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int FAILURES_SHOWN = 3;

  private final HubClient hub;
  private final Story story;

  Delivering(HubClient hub, Story story) {
    this.hub = hub;
    this.story = story;
  }

  /**
   * Returns when nothing is open, or nothing has moved for minutes.
   *
   * @param events that have to come in before
   */
  DeliveryCounts await(long events) {
    var counts = hub.counts().orFail();
    long moved = System.nanoTime();
    while ((counts.accepted() < events || open(counts) > 0)
        && System.nanoTime() - moved < PATIENCE.toNanos()) {
      Pause.of(BETWEEN_LOOKS);
      var now = hub.counts().orFail();
      moved = now.equals(counts) ? moved : System.nanoTime();
      counts = now;
    }
    complain(counts, events);
    return counts;
  }

  private static long open(DeliveryCounts counts) {
    return of(counts, PENDING) + of(counts, UNKNOWN);
  }

  private static long of(DeliveryCounts counts, DeliveryState state) {
    return counts.byState().getOrDefault(state, 0L);
  }

  private void complain(DeliveryCounts counts, long events) {
    if (counts.accepted() < events) {
      story.fact("missing", "%,d events never came in".formatted(events - counts.accepted()));
    }
    if (open(counts) > 0) {
      story.fact("open", "%,d deliveries do not move any more".formatted(open(counts)));
    }
    if (of(counts, DEAD) > 0) {
      story.fact("failed", "%,d deliveries failed for good, such as".formatted(of(counts, DEAD)));
      for (var failed : hub.deliveries(DEAD, FAILURES_SHOWN).orFail().items()) {
        story.fact("", "%s: %s".formatted(failed.key(), failed.cause()));
      }
    }
  }
}
