package dev.patchbay.spi.intake;

/** Where an intake reports that records may be missing. Thread-safe. */
@FunctionalInterface
public interface Incidents {
  /**
   * Keeps an incident until a person has seen it. The same one reported again is kept once.
   *
   * @throws RuntimeException if it cannot be kept now; try again before going on
   */
  void report(Incident incident);
}
