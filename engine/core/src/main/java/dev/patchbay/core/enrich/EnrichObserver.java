package dev.patchbay.core.enrich;

import java.time.Duration;

/** Told what enrichment does, for metrics. Must return at once and must not throw. Thread-safe. */
public interface EnrichObserver {
  /** Hears nothing. */
  EnrichObserver NONE = new EnrichObserver() {};

  /**
   * A service was called.
   *
   * @param outcome name of the SPI's answer, for example {@code Found}
   */
  default void called(String service, String outcome, Duration took) {}

  /** Something was known without a call. */
  default void known(String service, Place place) {}

  /** Where something was known. */
  enum Place {
    /** This node's memory. */
    MEMORY,
    /** The cache that nodes share. */
    SHARED
  }
}
