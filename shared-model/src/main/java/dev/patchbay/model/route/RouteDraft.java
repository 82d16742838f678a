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
    RouteState state) {
  public RouteDraft {
    eventTypes = List.copyOf(eventTypes);
    target = Map.copyOf(target);
    columns = List.copyOf(columns);
  }

  /** The same in another state. */
  public RouteDraft withState(RouteState other) {
    return new RouteDraft(name, eventTypes, filter, key, connector, target, mode, columns, other);
  }

  /** The same with other columns. */
  public RouteDraft withColumns(List<ColumnMapping> others) {
    return new RouteDraft(name, eventTypes, filter, key, connector, target, mode, others, state);
  }
}
