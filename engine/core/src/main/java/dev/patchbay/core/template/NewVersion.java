package dev.patchbay.core.template;

import dev.patchbay.model.template.TemplateKind;
import dev.patchbay.model.template.TemplateVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template that is to be kept.
 *
 * @param name of the template, which may be new
 * @param kind that of the file, and of all versions of the template
 * @param contract of the template from now on, null for none
 * @param file whole
 * @param note null for none
 * @param activation what is made of it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record NewVersion(
    String name,
    TemplateKind kind,
    @Nullable String contract,
    byte[] file,
    List<TemplateVariable> variables,
    List<String> fonts,
    @Nullable String note,
    Activation activation) {
  public NewVersion {
    variables = List.copyOf(variables);
    fonts = List.copyOf(fonts);
  }

  /** Whether documents are made of a new version. */
  public enum Activation {
    /** From now on. */
    AT_ONCE,
    /** When somebody activates it; the first version of a template is active at once. */
    LATER
  }
}
