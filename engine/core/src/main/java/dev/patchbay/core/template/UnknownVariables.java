package dev.patchbay.core.template;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.model.template.TemplateVariable;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what templates use with what the contracts of events promise. */
public record UnknownVariables(Contracts contracts) {
  private static final String ELEMENT = "[]";
  private static final Pattern STEPS = Pattern.compile("\\.|(?=\\[])");

  /**
   * Those that events of a type are not known to have.
   *
   * @param type null for none, of which nothing can be said
   */
  public List<TemplateVariable> of(@Nullable String type, List<TemplateVariable> variables) {
    return type == null
        ? List.of()
        : variables.stream().filter(each -> !isKnown(type, steps(each.path()))).toList();
  }

  private static List<String> steps(String path) {
    return List.of(STEPS.split(path));
  }

  private boolean isKnown(String type, List<String> steps) {
    if (steps.getFirst().equals(TemplateData.ROW)) {
      return true;
    }
    if (!steps.getFirst().equals(TemplateData.EVENT)) {
      return contracts.allows(type, steps);
    }
    return steps.size() == 1
        || (steps.size() == 2
            && (steps.get(1).equals(ELEMENT) || TemplateData.EVENT_FIELDS.contains(steps.get(1))));
  }
}
