package dev.patchbay.core.inbox;

import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.model.event.ReceiptStatus;
import java.util.List;
import java.util.Set;

/** Where accepted events are kept. Used by one writer thread at a time. */
public interface InboxStore {
  /**
   * Stores a gathered batch in one transaction and commits it: keys, payloads, lane numbers,
   * deliveries, conflicts, quarantine, tallies. Safe to repeat with the same entries after an error
   * whose commit is in doubt: entries that were stored by the first try come back as ACCEPTED with
   * the same ids, and their lanes are named again.
   *
   * @param entries in the order of arrival, ids ascending; deliveries of a lane are numbered in
   *     that order. Keys are locked in one order on every node, whatever the order of arrival
   * @return one status per entry, in the order given, and the lanes that got work
   */
  Stored store(List<InboxEntry> entries);

  /**
   * What was stored.
   *
   * @param status one per entry
   * @param awakened lanes that got work
   */
  record Stored(List<ReceiptStatus> status, Set<Integer> awakened) {
    public Stored {
      status = List.copyOf(status);
      awakened = Set.copyOf(awakened);
    }
  }
}
