package dev.patchbay.core.route;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.enrich.CompiledEnrichment;
import dev.patchbay.core.enrich.EnrichmentCompiler;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Compilation;
import dev.patchbay.core.mapping.Expression;
import dev.patchbay.core.mapping.MappingCompiler;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.route.RouteDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks route drafts and makes them ready to work. Thread-safe. */
public final class RouteCompiler {
  private static final Placement NOWHERE = new Placement(0, 0, 0, List.of(0));

  private final Contracts contracts;
  private final MappingCompiler mappings;

  /** A compiler that checks against these contracts. */
  public RouteCompiler(Contracts contracts, MappingCompiler mappings) {
    this.contracts = contracts;
    this.mappings = mappings;
  }

  /** The contracts that are checked against. */
  public Contracts contracts() {
    return contracts;
  }

  /** As this one, but against other contracts. */
  public RouteCompiler against(Contracts others) {
    return new RouteCompiler(others, mappings.against(others));
  }

  /** What came of compiling. */
  public sealed interface Result {}

  /** It can work. */
  public record Compiled(Route route) implements Result {}

  /** It cannot; fields are JSON Pointers into the draft. */
  public record Faults(List<FieldError> errors) implements Result {
    public Faults {
      errors = List.copyOf(errors);
    }
  }

  /** Checks a draft that is not stored yet; the route works as preview and has no lanes. */
  public Result check(RouteDraft draft) {
    return compile(NOWHERE, draft);
  }

  /** Compiles a stored draft. */
  public Result compile(Placement placement, RouteDraft draft) {
    var errors = new ArrayList<FieldError>();
    checkTypes(draft, errors);
    var filter = filter(draft, errors);
    var enrichments = enrichments(draft, errors);
    var compiled = mappings.compile(draft);
    if (compiled instanceof Compilation.Faults(var faults)) {
      errors.addAll(faults);
    }
    return compiled instanceof Compilation.Compiled(var mapping) && errors.isEmpty()
        ? new Compiled(
            new Route(
                placement.id(),
                draft,
                placement.version(),
                placement.target(),
                placement.lanes(),
                filter,
                JsonPointer.compile(draft.key()),
                mapping,
                enrichments))
        : new Faults(errors);
  }

  private List<CompiledEnrichment> enrichments(RouteDraft draft, List<FieldError> errors) {
    if (draft.enrichments().isEmpty()) {
      return List.of();
    }
    boolean typed = draft.eventTypes().stream().anyMatch(contracts::knows);
    return new EnrichmentCompiler(pointer -> !typed || isKnown(draft, pointer), errors)
        .compile(draft.enrichments());
  }

  private void checkTypes(RouteDraft draft, List<FieldError> errors) {
    if (draft.eventTypes().isEmpty()) {
      errors.add(new FieldError("/eventTypes", "must name at least one event type"));
    }
    for (int i = 0; i < draft.eventTypes().size(); i++) {
      if (!contracts.knows(draft.eventTypes().get(i))) {
        var known = String.join(", ", contracts.types());
        errors.add(new FieldError("/eventTypes/" + i, "has no contract; use one of " + known));
      }
    }
  }

  private Predicate<Envelope> filter(RouteDraft draft, List<FieldError> errors) {
    var text = draft.filter();
    return isBlank(text) ? _ -> true : condition(String.valueOf(text), draft, errors);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Only here are the classes of the expression language loaded. */
  private Predicate<Envelope> condition(String text, RouteDraft draft, List<FieldError> errors) {
    return switch (Expression.condition(text, pointer -> isKnown(draft, pointer))) {
      case Expression.Ready(var expression) -> expression::holds;
      case Expression.Faulty(var message) -> {
        errors.add(new FieldError("/filter", message));
        yield _ -> false;
      }
    };
  }

  private boolean isKnown(RouteDraft draft, JsonPointer pointer) {
    return draft.eventTypes().stream().anyMatch(it -> contracts.typeAt(it, pointer).isPresent());
  }
}
