package dev.patchbay.model.job;

import java.util.Map;

/**
 * A sheet that a table is put into whole.
 *
 * @param connector name of one that takes tables
 * @param target its settings of a target, for example {@code spreadsheet} and {@code tab}
 */
public record SheetPlace(String connector, Map<String, String> target) {
  public SheetPlace {
    target = Map.copyOf(target);
  }
}
