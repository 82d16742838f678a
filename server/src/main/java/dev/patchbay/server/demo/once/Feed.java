package dev.patchbay.server.demo.once;

import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.demo.Pause;
import java.time.Duration;
import java.util.List;

/**
 * Posts events as a core service would: in order, and whatever got no answer once more, which is
 * safe because an event is accepted once.
 */
final class Feed {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HubClient hub;
  private final Pacing pacing;

  Feed(HubClient hub, Pacing pacing) {
    this.hub = hub;
    this.pacing = pacing;
  }

  /** Returns when the server has confirmed all. */
  void send(List<Parcel> parcels) {
    for (int i = 0; i < parcels.size(); i++) {
      pacing.await(i, parcels.size());
      send(parcels.get(i));
    }
  }

  private void send(Parcel parcel) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    var body = parcel.json();
    while (!confirmed(hub.postEvents(body), parcel)) {
      if (System.nanoTime() - until > 0) {
        throw new DemoFailure("the server took no events for " + PATIENCE.toMinutes() + " minutes");
      }
      Pause.of(BETWEEN_TRIES);
    }
  }

  private static boolean confirmed(Answer<EventReceipts> answer, Parcel parcel) {
    return switch (answer) {
      case Answer.Done<EventReceipts>(var receipts) -> {
        requireTaken(receipts.receipts(), parcel);
        yield true;
      }
      case Answer.Refused<EventReceipts>(_, var why) ->
          throw new DemoFailure("the server refused events: " + why);
      case Answer.Unreachable<EventReceipts> _ -> false;
    };
  }

  private static void requireTaken(List<EventReceipt> receipts, Parcel parcel) {
    for (int i = 0; i < receipts.size(); i++) {
      var receipt = receipts.get(i);
      if (receipt.status() != ReceiptStatus.ACCEPTED
          && receipt.status() != ReceiptStatus.DUPLICATE) {
        throw new DemoFailure(
            "the server put line %d aside (%s): %s"
                .formatted(
                    parcel.events().get(i).line(),
                    receipt.status(),
                    String.join("; ", receipt.reasons())));
      }
    }
  }
}
