package dev.patchbay.spi.intake;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where an intake brings what it reads. Thread-safe. */
@FunctionalInterface
public interface EventSink {
  /**
   * Takes records that were read together. Bring the next ones once these are stored: the order of
   * arrival is the last word on which of two facts is newer.
   *
   * @param records at most 2,000, in the order of the stream
   * @return completes after the commit, never exceptionally. Records must be acknowledged only once
   *     this says {@link Acceptance.Stored}
   */
  CompletionStage<Acceptance> accept(List<RawEvent> records);
}
