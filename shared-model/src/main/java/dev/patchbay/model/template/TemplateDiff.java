package dev.patchbay.model.template;

import java.util.List;

/**
 * How what a template uses differs between two versions.
 *
 * @param added paths of variables that only {@code to} uses
 * @param removed paths of variables that only {@code from} uses
 * @param fontsAdded fonts that only {@code to} asks for
 * @param fontsRemoved fonts that only {@code from} asks for
 */
public record TemplateDiff(
    int from,
    int to,
    List<String> added,
    List<String> removed,
    List<String> fontsAdded,
    List<String> fontsRemoved) {
  public TemplateDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    fontsAdded = List.copyOf(fontsAdded);
    fontsRemoved = List.copyOf(fontsRemoved);
  }
}
