package dev.patchbay.server.demo.channel;

import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.server.client.Answer;
import dev.patchbay.server.client.HubClient;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Posts events to the hub's API, a batch at a time. */
final class HttpChannel implements EventChannel {
  private final HubClient hub;

  HttpChannel(HubClient hub) {
    this.hub = hub;
  }

  @Override
  public String inWords() {
    return "HTTP";
  }

  @Override
  public Answer<List<EventReceipt>> send(List<byte[]> events) {
    return switch (hub.postEvents(batch(events))) {
      case Answer.Done<EventReceipts>(var receipts) -> new Answer.Done<>(receipts.receipts());
      case Answer.Refused<EventReceipts>(var status, var why) -> new Answer.Refused<>(status, why);
      case Answer.Unreachable<EventReceipts>(var why) -> new Answer.Unreachable<>(why);
    };
  }

  @Override
  public void close() {
    // the client belongs to whoever made it
  }

  /** A JSON array, as {@code POST /events} takes it. */
  static byte[] batch(List<byte[]> events) {
    var out = new ByteArrayOutputStream();
    char before = '[';
    for (var event : events) {
      out.write(before);
      out.writeBytes(event);
      before = ',';
    }
    out.write(']');
    return out.toByteArray();
  }
}
