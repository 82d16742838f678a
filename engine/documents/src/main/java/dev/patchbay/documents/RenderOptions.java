package dev.patchbay.documents;

import dev.patchbay.documents.jinja.library.Filter;
import java.util.List;
import java.util.Map;

/**
 * What a rendering may have besides its data.
 *
 * @param filters of the caller, by name; they come before those that are built in
 * @param replacements files inside the document that others take the place of
 */
public record RenderOptions(Map<String, Filter> filters, List<Replacement> replacements) {
  /** Nothing. */
  public static final RenderOptions NONE = new RenderOptions(Map.of(), List.of());

  /** Copies. */
  public RenderOptions {
    filters = Map.copyOf(filters);
    replacements = List.copyOf(replacements);
  }
}
