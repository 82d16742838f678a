package dev.patchbay.model.route;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route to create, change or preview.
 *
 * @param eventTypes CloudEvents types it takes, for example {@code request.created}
 * @param filter CEL expression that must be true, null for all
 * @param key JSON Pointer into the envelope: identity of the row and unit of ordering
 * @param connector name of the connector to write through
 * @param target settings of the target, for example {@code spreadsheet} and {@code tab}
 * @param enrichments what is fetched from services before an event is mapped
 */
public record RouteDraft(
    String name,
    List<String> eventTypes,
    @Nullable String filter,
    String key,
    String connector,
    Map<String, String> target,
    WriteMode mode,
    List<ColumnMapping> columns,
    RouteState state,
    List<Enrichment> enrichments) {
  public RouteDraft {
    eventTypes = List.copyOf(eventTypes);
    target = Map.copyOf(target);
    columns = List.copyOf(columns);
    enrichments = enrichments == null ? List.of() : List.copyOf(enrichments);
  }

  /** A route that fetches nothing. */
  public RouteDraft(
      String name,
      List<String> eventTypes,
      @Nullable String filter,
      String key,
      String connector,
      Map<String, String> target,
      WriteMode mode,
      List<ColumnMapping> columns,
      RouteState state) {
    this(name, eventTypes, filter, key, connector, target, mode, columns, state, List.of());
  }

  /** The same in another state. */
  public RouteDraft withState(RouteState other) {
    return new RouteDraft(
        name, eventTypes, filter, key, connector, target, mode, columns, other, enrichments);
  }

  /** The same with other columns. */
  public RouteDraft withColumns(List<ColumnMapping> others) {
    return new RouteDraft(
        name, eventTypes, filter, key, connector, target, mode, others, state, enrichments);
  }

  /** The same with other enrichments. */
  public RouteDraft withEnrichments(List<Enrichment> others) {
    return new RouteDraft(
        name, eventTypes, filter, key, connector, target, mode, columns, state, others);
  }
}
