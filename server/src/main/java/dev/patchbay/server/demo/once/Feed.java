package dev.patchbay.server.demo.once;

import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.demo.DemoFailure;
import dev.patchbay.server.demo.Pause;
import dev.patchbay.server.demo.channel.EventChannel;
import java.time.Duration;
import java.util.List;

/**
 * Posts events as a core service would: in order, and whatever got no answer once more, which is
 * safe because an event is accepted once.
 */
final class Feed {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final EventChannel channel;
  private final Pacing pacing;

  Feed(EventChannel channel, Pacing pacing) {
    this.channel = channel;
    this.pacing = pacing;
  }

  /** Returns when all are safe: with the server, or with the broker in between. */
  void send(List<Parcel> parcels) {
    for (int i = 0; i < parcels.size(); i++) {
      pacing.await(i, parcels.size());
      send(parcels.get(i));
    }
  }

  private void send(Parcel parcel) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    var events = parcel.events().stream().map(RowEvent::json).toList();
    while (!confirmed(channel.send(events), parcel)) {
      if (System.nanoTime() - until > 0) {
        throw new DemoFailure("nobody took events for " + PATIENCE.toMinutes() + " minutes");
      }
      Pause.of(BETWEEN_TRIES);
    }
  }

  private static boolean confirmed(Answer<List<EventReceipt>> answer, Parcel parcel) {
    return switch (answer) {
      case Answer.Done<List<EventReceipt>>(var receipts) -> {
        requireTaken(receipts, parcel);
        yield true;
      }
      case Answer.Refused<List<EventReceipt>>(_, var why) ->
          throw new DemoFailure("events were refused: " + why);
      case Answer.Unreachable<List<EventReceipt>> _ -> false;
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
