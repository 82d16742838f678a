package dev.patchbay.connectors.sheets;

import java.util.Comparator;

/**
 * Developer metadata on a column: it moves with the column however people rename, move or sort.
 *
 * @param name metadata key
 * @param value what it stands for
 */
record Anchor(String name, String value) implements Comparable<Anchor> {
  static final String COLUMN = "patchbay.column";
  static final String KEY = "patchbay.key";

  /** The column of a mapping column's id. */
  static Anchor column(String columnId) {
    return new Anchor(COLUMN, columnId);
  }

  /** The key column of a tab: it finds the tab, too, after people renamed it. */
  static Anchor key(Place place) {
    return new Anchor(KEY, place.anchorValue());
  }

  @Override
  public int compareTo(Anchor other) {
    return Comparator.comparing(Anchor::name).thenComparing(Anchor::value).compare(this, other);
  }
}
