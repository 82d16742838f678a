package dev.patchbay.model.delivery;

/** Where a delivery stands. DELIVERED, SUPERSEDED and CANCELLED are final. */
public enum DeliveryState {
  PENDING,
  UNKNOWN,
  DEAD,
  DELIVERED,
  SUPERSEDED,
  CANCELLED
}
