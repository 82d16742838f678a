package dev.patchbay.intakes.redis;

import java.util.List;

/**
 * What Redis handed out together.
 *
 * @param gone handed out before, but the entry itself was trimmed or deleted since
 */
record Found(List<Entry> entries, List<StreamId> gone) {
  static final Found NOTHING = new Found(List.of(), List.of());

  Found {
    entries = List.copyOf(entries);
    gone = List.copyOf(gone);
  }

  boolean isEmpty() {
    return entries.isEmpty() && gone.isEmpty();
  }
}
