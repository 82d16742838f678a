package dev.patchbay.spreadsheets.templates;

import java.util.List;

/**
 * A place of a workbook that can be filled with rows.
 *
 * @param name of the table or named range
 * @param sheet that it stands on
 * @param columns from left to right
 */
public record TemplatePlace(String name, String sheet, List<Column> columns) {
  /** Copies them. */
  public TemplatePlace {
    columns = List.copyOf(columns);
  }

  /**
   * A column of it.
   *
   * @param header as it stands there
   * @param cell that it stands in, such as {@code C3}
   */
  public record Column(String header, String cell) {}
}
