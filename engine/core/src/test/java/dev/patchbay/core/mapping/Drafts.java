package dev.patchbay.core.mapping;

import dev.patchbay.model.route.CellType;
import dev.patchbay.model.route.ColumnMapping;
import dev.patchbay.model.route.PiiPolicy;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.model.route.RouteState;
import dev.patchbay.model.route.WriteMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Route drafts for tests. */
public final class Drafts {
  private Drafts() {}

  /** An active upsert route of {@code request.created} with key {@code /data/id}. */
  public static RouteDraft route(ColumnMapping... columns) {
    return route(null, RouteState.ACTIVE, columns);
  }

  /** The same with a filter and a state. */
  public static RouteDraft route(
      @Nullable String filter, RouteState state, ColumnMapping... columns) {
    return new RouteDraft(
        "requests",
        List.of("request.created"),
        filter,
        "/data/id",
        "sheets",
        Map.of("spreadsheet", "s", "tab", "t"),
        WriteMode.UPSERT,
        List.of(columns),
        state);
  }

  /** A column from a pointer, id and header made of it. */
  public static ColumnMapping column(String source, CellType type, String... transforms) {
    return column(source, type, PiiPolicy.ALLOW, transforms);
  }

  /** A column from a pointer with a policy. */
  public static ColumnMapping column(
      String source, CellType type, PiiPolicy pii, String... transforms) {
    var name = source.substring(source.lastIndexOf('/') + 1);
    return new ColumnMapping(name, name, type, source, null, List.of(transforms), pii);
  }

  /** A column from an expression. */
  public static ColumnMapping computed(String id, String expression, CellType type) {
    return new ColumnMapping(id, id, type, null, expression, List.of(), PiiPolicy.ALLOW);
  }
}
