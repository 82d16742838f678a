package dev.patchbay.core.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.patchbay.core.enrich.CompiledEnrichment;
import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.enrich.Enriched.Lack;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Expression.UnfitEventException;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.spi.Cause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries a route on events; nothing is stored or sent. Thread-safe. */
public final class Previewer {
  private static final Cause NOT_FETCHED =
      new Cause(
          "not-fetched",
          "it is not fetched in this preview; administrators see it, and everybody does for a saved"
              + " route with stored events");

  private final RouteCompiler compiler;
  private final Enricher enricher;

  /**
   * A previewer of what this compiler makes.
   *
   * @param enricher really asks the services of routes
   */
  public Previewer(RouteCompiler compiler, Enricher enricher) {
    this.compiler = compiler;
    this.enricher = enricher;
  }

  /** What a draft makes of events, or what is wrong with the draft. Asks services. */
  public Preview preview(RouteDraft draft, List<Envelope> events) {
    return preview(draft, events, this::fetched);
  }

  /** The same without asking any service. */
  public Preview previewUnfetched(RouteDraft draft, List<Envelope> events) {
    return preview(draft, events, Previewer::unfetched);
  }

  /** Gets what events lack, one result for each. */
  @FunctionalInterface
  private interface Fetching {
    List<Enriched> of(Route route, List<Envelope> events);
  }

  private Preview preview(RouteDraft draft, List<Envelope> events, Fetching fetching) {
    return switch (compiler.check(draft)) {
      case RouteCompiler.Faults(var errors) -> new Preview(List.of(), errors);
      case RouteCompiler.Compiled(var route) -> {
        var enriched = fetching.of(route, events);
        var rows = new ArrayList<Preview.Row>();
        for (int i = 0; i < events.size(); i++) {
          rows.add(row(route, events.get(i), enriched.get(i)));
        }
        yield new Preview(rows, List.of());
      }
    };
  }

  private List<Enriched> fetched(Route route, List<Envelope> events) {
    return enricher.enrich(
        events.stream().map(event -> new Enricher.Wanted(event, route.enrichments())).toList());
  }

  private static List<Enriched> unfetched(Route route, List<Envelope> events) {
    var lacks =
        route.enrichments().stream()
            .map(CompiledEnrichment::name)
            .<Lack>map(name -> new Lack.Nothing(name, NOT_FETCHED))
            .toList();
    var nothing = new Enriched(JsonNodeFactory.instance.objectNode(), lacks);
    return events.stream().map(_ -> nothing).toList();
  }

  private static Preview.Row row(Route route, Envelope event, Enriched enriched) {
    var filtered = filtered(route, event);
    var matches = filtered.matches() && route.draft().eventTypes().contains(event.type());
    return switch (RowKey.of(event, route.key())) {
      case RowKey.Missing(var fault) ->
          new Preview.Row(event.id(), matches, null, List.of(), fault);
      case RowKey.Found(var key) -> {
        var mapped = route.mapping().map(key, event, enriched.found());
        var cells = new PreviewCells(route, enriched).of(mapped);
        var fault = filtered.fault();
        yield new Preview.Row(
            event.id(),
            matches,
            key,
            cells,
            fault != null ? fault : enriched.fault().map(Cause::message).orElse(null));
      }
    };
  }

  private record Filtered(boolean matches, @Nullable String fault) {}

  private static Filtered filtered(Route route, Envelope event) {
    try {
      return new Filtered(route.filter().test(event), null);
    } catch (UnfitEventException e) {
      return new Filtered(false, "the filter " + e.getMessage());
    }
  }
}
