package dev.patchbay.spi.intake;

import java.util.List;

/**
 * What became of one record. All of them are final: the record can be acknowledged.
 *
 * @param reasons why it was put aside, empty for {@link Status#ACCEPTED} and {@link
 *     Status#DUPLICATE}
 */
public record Receipt(Status status, List<String> reasons) {
  public Receipt {
    reasons = List.copyOf(reasons);
  }

  /** Whether the hub put it aside instead of working with it. */
  public boolean isRefused() {
    return switch (status) {
      case ACCEPTED, DUPLICATE -> false;
      case CONFLICT, QUARANTINED, UNREADABLE -> true;
    };
  }

  /** What can become of a record. */
  public enum Status {
    /** Stored as an event, on its way. */
    ACCEPTED,
    /** The same event was stored before. */
    DUPLICATE,
    /** Another event with the same identity was stored before; kept beside it. */
    CONFLICT,
    /** A CloudEvents event that breaks its contract; kept with the reasons. */
    QUARANTINED,
    /** No CloudEvents event; kept as it came, with its position. */
    UNREADABLE
  }
}
