package dev.patchbay.documents.rich;

import dev.patchbay.documents.jinja.value.Markup;

/**
 * Text with line breaks, tabs, paragraphs (the bell character) and pages (the form feed).
 *
 * @param text plain, is escaped
 */
public record Listing(String text) implements RichValue {
  @Override
  public String markup(Surroundings part) {
    return Markup.escape(text);
  }
}
