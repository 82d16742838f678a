package dev.patchbay.spreadsheets.read.xlsx;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the different names in a part. The parser keeps each for good, and slows down with their
 * number; workbooks need some hundreds. A name that was just seen costs one look into an array.
 */
final class NameCount {
  private static final int MOST = 10_000;
  private static final int RECENT = 256;

  private final @Nullable String[] recent = new @Nullable String[RECENT];
  private final Set<String> names = new HashSet<>();

  void add(String name) {
    int slot = name.hashCode() & (RECENT - 1);
    if (!name.equals(recent[slot])) {
      recent[slot] = name;
      names.add(name);
    }
  }

  boolean isTooHigh() {
    return names.size() > MOST;
  }
}
