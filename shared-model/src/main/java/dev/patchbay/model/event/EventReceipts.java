package dev.patchbay.model.event;

import java.util.List;

/** Answer to {@code POST /events}: one receipt per event, in the order of the request. */
public record EventReceipts(List<EventReceipt> receipts) {
  public EventReceipts {
    receipts = List.copyOf(receipts);
  }
}
