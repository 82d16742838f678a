package dev.patchbay.spi.intake;

import java.time.Duration;
import java.util.List;

/** What became of records that were brought together. */
public sealed interface Acceptance {
  /**
   * All are committed: each one as an event, or put aside with its reasons.
   *
   * @param receipts one per record, in the order given
   */
  record Stored(List<Receipt> receipts) implements Acceptance {
    public Stored {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * Nothing can be said to be stored. Acknowledge none, wait, and bring the same records again,
   * which is safe: an event is stored once.
   *
   * @param reason for a person
   * @param after wait at least this long
   */
  record NotStored(String reason, Duration after) implements Acceptance {}
}
