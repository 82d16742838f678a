package dev.patchbay.model.dataset;

import dev.patchbay.model.access.Caller;
import dev.patchbay.model.route.PiiPolicy;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What of a dataset is shown to whom. What no rule is about is shown.
 *
 * @param name of the dataset
 * @param classes of fields that are not of the class that they usually are, by id
 * @param rules 200 at most
 */
public record DatasetPolicyDraft(String name, Map<String, PiiClass> classes, List<PiiRule> rules) {
  public DatasetPolicyDraft {
    classes = classes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(classes));
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /**
   * How a caller is shown a field.
   *
   * @param told what the field tells of people
   */
  public PiiPolicy show(Caller caller, String field, PiiClass told) {
    return rules.stream()
        .filter(rule -> rule.isFor(caller) && rule.isAbout(field, told))
        .max(Comparator.comparingInt(PiiRule::weight))
        .map(PiiRule::show)
        .orElse(PiiPolicy.ALLOW);
  }
}
