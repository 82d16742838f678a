package dev.patchbay.model.job;

import org.jspecify.annotations.Nullable;

/**
 * Accepted events that are kept in a file of their own, with what became of their deliveries.
 *
 * @param store where the file goes
 * @param period in which they were accepted, one that is over when the run is due
 * @param zone that its days are counted in, an IANA name; null for the schedule's
 */
public record EventArchive(StorePlace store, Period period, @Nullable String zone) {
  /** The same, in a zone unless it names one itself. */
  public EventArchive orIn(@Nullable String usual) {
    return zone == null ? new EventArchive(store, period, usual) : this;
  }
}
