package dev.patchbay.model.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one event, in the order of the request.
 *
 * @param source CloudEvents {@code source}
 * @param id CloudEvents {@code id}
 * @param event the hub's own id of the stored event (UUID v7), null unless it was accepted
 * @param reasons why it was quarantined or refused, empty otherwise; each names the field at fault
 */
public record EventReceipt(
    String source, String id, ReceiptStatus status, @Nullable String event, List<String> reasons) {
  public EventReceipt {
    reasons = List.copyOf(reasons);
  }
}
