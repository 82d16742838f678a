package dev.patchbay.core.enrich;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.Enrichment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks the enrichments of a route draft and makes them ready to work. Whether their services are
 * configured is not known here. One instance for each draft.
 */
public final class EnrichmentCompiler {
  private static final int MOST = 10;
  private static final int LONGEST_KEPT = 86_400;
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");

  private final Predicate<JsonPointer> known;
  private final List<FieldError> errors;
  private final Set<String> names = new HashSet<>();

  /**
   * A compiler.
   *
   * @param known tells which fields the route's events may carry
   * @param errors where faults go; fields are JSON Pointers into the draft
   */
  public EnrichmentCompiler(Predicate<JsonPointer> known, List<FieldError> errors) {
    this.known = known;
    this.errors = errors;
  }

  /** Those that have no fault, in their order. */
  public List<CompiledEnrichment> compile(List<Enrichment> drafts) {
    if (drafts.size() > MOST) {
      errors.add(new FieldError("/enrichments", "are more than " + MOST));
    }
    var compiled = new ArrayList<CompiledEnrichment>();
    for (int i = 0; i < drafts.size(); i++) {
      compile(drafts.get(i), "/enrichments/" + i).ifPresent(compiled::add);
    }
    return compiled;
  }

  private Optional<CompiledEnrichment> compile(Enrichment draft, String at) {
    checkName(draft.name(), at + "/name");
    if (draft.service().isBlank()) {
      errors.add(new FieldError(at + "/service", "must name a service"));
    }
    if (draft.keepSeconds() < 0 || draft.keepSeconds() > LONGEST_KEPT) {
      errors.add(new FieldError(at + "/keepSeconds", "must be 0 to 86,400"));
    }
    return template(draft.path(), at + "/path")
        .map(
            path ->
                new CompiledEnrichment(
                    draft.name(),
                    draft.service(),
                    path,
                    draft.whenUnavailable(),
                    Duration.ofSeconds(draft.keepSeconds())));
  }

  private void checkName(String name, String field) {
    if (!NAME.matcher(name).matches()) {
      errors.add(
          new FieldError(
              field, "must be 1 to 40 letters and digits, the first a lower case letter"));
    } else if (!names.add(name)) {
      errors.add(new FieldError(field, "is taken by another enrichment; choose another"));
    }
  }

  private Optional<PathTemplate> template(String text, String field) {
    try {
      var template = PathTemplate.parse(text);
      template.pointers().stream()
          .distinct()
          .filter(known.negate())
          .forEach(pointer -> errors.add(new FieldError(field, unknown(pointer))));
      return Optional.of(template);
    } catch (IllegalArgumentException fault) {
      errors.add(new FieldError(field, String.valueOf(fault.getMessage())));
      return Optional.empty();
    }
  }

  private static String unknown(JsonPointer pointer) {
    return Enriched.isBelow(pointer)
        ? "holds {%s}; what is fetched cannot be asked with again, use a field of the event"
            .formatted(pointer)
        : "holds {%s}, which names no field of these events".formatted(pointer);
  }
}
