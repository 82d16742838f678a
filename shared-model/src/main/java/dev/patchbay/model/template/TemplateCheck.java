package dev.patchbay.model.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is found in a file that may become a version of a template.
 *
 * @param problems all that is wrong with it; not empty means that it is refused
 * @param unknown what it uses that the contract does not know; not empty means that it is refused
 *     unless the upload allows it
 * @param variables what of the data it uses, by path
 * @param fonts that it asks for and does not bring along, sorted
 * @param missingFonts those of them that the server does not have, so that others stand in in PDF;
 *     null where it cannot tell
 * @param same number of the version that has this very content, null if none has
 */
public record TemplateCheck(
    List<TemplateProblem> problems,
    List<TemplateVariable> unknown,
    List<TemplateVariable> variables,
    List<String> fonts,
    @Nullable List<String> missingFonts,
    @Nullable Integer same) {
  public TemplateCheck {
    problems = List.copyOf(problems);
    unknown = List.copyOf(unknown);
    variables = List.copyOf(variables);
    fonts = List.copyOf(fonts);
    missingFonts = missingFonts == null ? null : List.copyOf(missingFonts);
  }
}
