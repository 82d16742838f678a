package dev.patchbay.store;

import dev.patchbay.model.delivery.DeliveryState;

/** Delivery states as the tables number them. */
public final class StateNumber {
  private StateNumber() {}

  /** The number of a state; up to 2 it is in {@code delivery}, from 3 on in {@code delivered}. */
  public static int of(DeliveryState state) {
    return switch (state) {
      case PENDING -> 0;
      case UNKNOWN -> 1;
      case DEAD -> 2;
      case DELIVERED -> 3;
      case SUPERSEDED -> 4;
      case CANCELLED -> 5;
    };
  }

  /** The state of a number. */
  public static DeliveryState state(int number) {
    return switch (number) {
      case 0 -> DeliveryState.PENDING;
      case 1 -> DeliveryState.UNKNOWN;
      case 2 -> DeliveryState.DEAD;
      case 3 -> DeliveryState.DELIVERED;
      case 4 -> DeliveryState.SUPERSEDED;
      case 5 -> DeliveryState.CANCELLED;
      default -> throw new IllegalArgumentException("no delivery state " + number);
    };
  }
}
