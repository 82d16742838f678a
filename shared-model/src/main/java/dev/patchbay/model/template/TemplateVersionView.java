package dev.patchbay.model.template;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document template. Never changed.
 *
 * @param number 1 for the first
 * @param sha256 of the file, in small hexadecimal digits
 * @param size of the file in bytes
 * @param variables what of the data it uses, by path
 * @param fonts that it asks for and does not bring along, sorted
 * @param note of who uploaded it, null if there is none
 */
public record TemplateVersionView(
    int number,
    String sha256,
    long size,
    List<TemplateVariable> variables,
    List<String> fonts,
    @Nullable String note,
    Instant uploadedAt,
    String uploadedBy) {
  public TemplateVersionView {
    variables = List.copyOf(variables);
    fonts = List.copyOf(fonts);
  }
}
