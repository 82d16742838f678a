package dev.patchbay.core.imports;

import dev.patchbay.model.imports.ImportColumn;

/**
 * A column as it was found in a file.
 *
 * @param index from 0; {@value #NOWHERE} for a constant
 */
public record BoundColumn(ImportColumn column, int index) {
  static final int NOWHERE = -1;

  /** Letters of a column as spreadsheets name it; empty for none. */
  public static String letters(int index) {
    var letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }

  String letters() {
    return letters(index);
  }

  /** Header for a person: that of the file, or the field that the constant fills. */
  String header() {
    return column.header() == null ? column.field() : column.header();
  }
}
