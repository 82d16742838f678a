package dev.patchbay.server.dataset;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.PiiClass;
import dev.patchbay.model.dataset.PiiRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a policy: a rule that is about nothing hides nothing, so it is refused. */
public record PolicyCheck(Datasets datasets) {
  private static final int MOST = 200;

  /** Faults of a draft, by field. */
  public List<FieldError> faults(DatasetPolicyDraft draft) {
    var faults = new ArrayList<FieldError>();
    var dataset = Dataset.of(draft.name());
    if (dataset.isEmpty()) {
      return List.of(new FieldError("/name", "must be one of " + Dataset.names()));
    }
    var known = datasets.fields().headers(dataset.get()).keySet();
    for (var field : draft.classes().keySet()) {
      field(field, known).ifPresent(it -> faults.add(new FieldError("/classes/" + field, it)));
    }
    if (draft.rules().size() > MOST) {
      faults.add(new FieldError("/rules", "must be " + MOST + " at most"));
    } else {
      faults.addAll(rules(draft.rules(), known));
    }
    return faults;
  }

  private List<FieldError> rules(List<PiiRule> rules, Set<String> known) {
    var faults = new ArrayList<FieldError>();
    var seen = new HashSet<About>();
    for (int i = 0; i < rules.size(); i++) {
      var rule = rules.get(i);
      var at = "/rules/" + i;
      rule(rule, at, known).ifPresent(faults::add);
      if (!seen.add(new About(rule.role(), rule.user(), rule.pii(), rule.field()))) {
        faults.add(new FieldError(at, "is about the same as a rule before it"));
      }
    }
    return faults;
  }

  private Optional<FieldError> rule(PiiRule rule, String at, Set<String> known) {
    if (rule.role() != null && rule.user() != null) {
      return Optional.of(new FieldError(at + "/user", "must not stand beside role"));
    }
    if (!datasets.isCaller(rule.user())) {
      return Optional.of(new FieldError(at + "/user", "there is no user '" + rule.user() + "'"));
    }
    if (rule.role() == Role.SERVICE) {
      return Optional.of(new FieldError(at + "/role", "must be ADMIN, SUPPORT or VIEWER"));
    }
    return fields(rule, at, known);
  }

  private static Optional<FieldError> fields(PiiRule rule, String at, Set<String> known) {
    if ((rule.pii() == null) == (rule.field() == null)) {
      return Optional.of(new FieldError(at, "must say either pii or field"));
    }
    if (!Datasets.mayRule(rule.pii())) {
      return Optional.of(
          new FieldError(at + "/pii", "must not be NONE: name the field that is to be hidden"));
    }
    return rule.field() == null
        ? Optional.empty()
        : field(rule.field(), known).map(it -> new FieldError(at + "/field", it));
  }

  private static Optional<String> field(String field, Set<String> known) {
    if (field.equals(Dataset.KEY)) {
      return Optional.of("is what rows are found and paged by: it is always shown");
    }
    return known.contains(field) ? Optional.empty() : Optional.of("is none of " + known);
  }

  private record About(
      @Nullable Role role, @Nullable String user, @Nullable PiiClass pii, @Nullable String field) {}
}
