package dev.patchbay.model.job;

import org.jspecify.annotations.Nullable;

/**
 * Documents that rows become, instead of a table.
 *
 * @param template name of it
 * @param version its number, null for the one that is active when they are begun
 * @param each what becomes a document
 */
public record DocumentOrder(String template, @Nullable Integer version, Each each) {
  /** What becomes a document. */
  public enum Each {
    /** Every row; the file is a ZIP of them. */
    ROW,
    /** All rows together, as {@code rows}. */
    RUN
  }
}
