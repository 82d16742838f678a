package dev.patchbay.store.cleanup;

/**
 * How much was removed.
 *
 * @param identities of events, by which the same sent again was known
 */
record Removals(long events, long deliveries, long attempts, long identities) {
  static final Removals NONE = new Removals(0, 0, 0, 0);

  static Removals ofEvents(long events, long deliveries) {
    return new Removals(events, deliveries, 0, 0);
  }

  static Removals ofAttempts(long attempts) {
    return new Removals(0, 0, attempts, 0);
  }

  static Removals ofIdentities(long identities) {
    return new Removals(0, 0, 0, identities);
  }

  Removals plus(Removals more) {
    return new Removals(
        events + more.events,
        deliveries + more.deliveries,
        attempts + more.attempts,
        identities + more.identities);
  }

  /** For the log of a run. */
  String words() {
    return "In all, %,d events, %,d deliveries, %,d attempts and %,d identities removed."
        .formatted(events, deliveries, attempts, identities);
  }
}
