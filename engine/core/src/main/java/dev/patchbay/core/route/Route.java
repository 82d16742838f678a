package dev.patchbay.core.route;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.enrich.CompiledEnrichment;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Mapping;
import dev.patchbay.model.route.RouteDraft;
import java.util.List;
import java.util.function.Predicate;

/**
 * A route ready to work: checked, compiled, with its lanes.
 *
 * @param id number used in deliveries
 * @param draft configuration
 * @param version of the configuration
 * @param target number of its target; routes with an equal target share its lanes
 * @param lanes of the target, by part
 * @param filter compiled filter
 * @param key where the row key is
 * @param mapping compiled mapping
 * @param enrichments what is fetched before an event is mapped
 */
public record Route(
    int id,
    RouteDraft draft,
    long version,
    int target,
    List<Integer> lanes,
    Predicate<Envelope> filter,
    JsonPointer key,
    Mapping mapping,
    List<CompiledEnrichment> enrichments) {
  public Route {
    lanes = List.copyOf(lanes);
    enrichments = List.copyOf(enrichments);
  }
}
