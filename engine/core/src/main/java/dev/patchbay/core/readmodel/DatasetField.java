package dev.patchbay.core.readmodel;

import dev.patchbay.model.dataset.PiiClass;

/**
 * One field of a dataset.
 *
 * @param pii what it tells of a person, unless a policy says otherwise
 * @param chooses whether rows can be chosen by its value
 */
public record DatasetField(String id, String header, Kind kind, PiiClass pii, boolean chooses) {
  /** What it holds. */
  public enum Kind {
    TEXT,
    /** A moment; rows can be sorted by it. */
    TIME,
    /** Yes or no. */
    FLAG
  }

  static DatasetField text(String id, String header, PiiClass pii) {
    return new DatasetField(id, header, Kind.TEXT, pii, false);
  }

  static DatasetField chooses(String id, String header, PiiClass pii) {
    return new DatasetField(id, header, Kind.TEXT, pii, true);
  }

  static DatasetField time(String id, String header) {
    return new DatasetField(id, header, Kind.TIME, PiiClass.NONE, false);
  }

  static DatasetField flag(String id, String header) {
    return new DatasetField(id, header, Kind.FLAG, PiiClass.NONE, false);
  }
}
