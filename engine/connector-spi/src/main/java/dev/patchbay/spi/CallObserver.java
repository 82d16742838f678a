package dev.patchbay.spi;

import java.time.Duration;

/** Told of every call to the outside, for metrics and traces. Thread-safe. */
@FunctionalInterface
public interface CallObserver {
  /**
   * Notes one call.
   *
   * @param method of the far side, for example {@code spreadsheets.batchUpdate}
   * @param status what came of it: an HTTP status, or {@code timeout}, {@code io}
   */
  void called(String method, String status, Duration took);
}
