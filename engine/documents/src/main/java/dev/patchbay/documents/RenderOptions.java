package dev.patchbay.documents;

import dev.patchbay.documents.jinja.library.Filter;
import java.util.List;
import java.util.Map;

/**
 * What a rendering may have besides its data.
 *
 * @param filters of the caller, by name; they come before those that are built in
 * @param replacements files inside the document that others take the place of
 * @param plain whether the data comes from anywhere, and may bring nothing but text: no field, link
 *     or object that the template does not have
 */
public record RenderOptions(
    Map<String, Filter> filters, List<Replacement> replacements, boolean plain) {
  /** Nothing. */
  public static final RenderOptions NONE = new RenderOptions(Map.of(), List.of());

  /** For data that comes from anywhere. */
  public static final RenderOptions PLAIN = new RenderOptions(Map.of(), List.of(), true);

  /** For data of the caller's own. */
  public RenderOptions(Map<String, Filter> filters, List<Replacement> replacements) {
    this(filters, replacements, false);
  }

  /** Copies. */
  public RenderOptions {
    filters = Map.copyOf(filters);
    replacements = List.copyOf(replacements);
  }
}
