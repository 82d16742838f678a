package dev.patchbay.connectors.drive;

import dev.patchbay.spi.Deadline;
import dev.patchbay.spi.store.StoreFailure;

/**
 * Other files of one name. Drive takes any number, so whoever makes one looks again when it is
 * there and keeps it only if it is then alone: of two, the one that came second sees the first,
 * whatever the clocks say. The eldest looks several times, since a younger one goes at once.
 */
record Rivals(Listing listing) {
  private static final int LOOKS = 5;

  /** Whether what was made must go, since others of its name stay. */
  boolean stay(Entry own, String folder, Deadline deadline) throws StoreFailure {
    for (int look = 0; look < LOOKS; look++) {
      var others =
          listing.named(folder, own.name(), deadline).stream()
              .filter(entry -> !entry.folder())
              .filter(entry -> !entry.id().equals(own.id()))
              .toList();
      if (others.isEmpty()) {
        return false;
      }
      if (others.stream().anyMatch(other -> Entry.ELDEST_FIRST.compare(other, own) < 0)) {
        return true;
      }
    }
    return true;
  }
}
