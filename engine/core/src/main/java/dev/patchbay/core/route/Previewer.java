package dev.patchbay.core.route;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.Expression.UnfitEventException;
import dev.patchbay.core.mapping.Mapping;
import dev.patchbay.model.route.Preview;
import dev.patchbay.model.route.RouteDraft;
import dev.patchbay.spi.Column;
import dev.patchbay.spi.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries a route on events; nothing is stored or sent. Thread-safe. */
public final class Previewer {
  private final RouteCompiler compiler;

  /** A previewer of what this compiler makes. */
  public Previewer(RouteCompiler compiler) {
    this.compiler = compiler;
  }

  /** What a draft makes of events, or what is wrong with the draft. */
  public Preview preview(RouteDraft draft, List<Envelope> events) {
    return switch (compiler.check(draft)) {
      case RouteCompiler.Faults(var errors) -> new Preview(List.of(), errors);
      case RouteCompiler.Compiled(var route) ->
          new Preview(events.stream().map(event -> row(route, event)).toList(), List.of());
    };
  }

  private static Preview.Row row(Route route, Envelope event) {
    var filtered = filtered(route, event);
    var matches = filtered.matches() && route.draft().eventTypes().contains(event.type());
    return switch (RowKey.of(event, route.key())) {
      case RowKey.Missing(var fault) ->
          new Preview.Row(event.id(), matches, null, List.of(), fault);
      case RowKey.Found(var key) ->
          new Preview.Row(
              event.id(), matches, key, cells(route.mapping(), key, event), filtered.fault());
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

  private static List<Preview.Cell> cells(Mapping mapping, String key, Envelope event) {
    return switch (mapping.map(key, event)) {
      case Mapping.Mapped.Good(var row) -> cells(mapping, row, Map.of());
      case Mapping.Mapped.Bad(var row, var faults) ->
          cells(
              mapping,
              row,
              faults.stream()
                  .collect(Collectors.toMap(Mapping.Fault::column, Mapping.Fault::message)));
    };
  }

  private static List<Preview.Cell> cells(Mapping mapping, Row row, Map<String, String> faults) {
    return mapping.layout().columns().stream()
        .map(Column::id)
        .map(id -> new Preview.Cell(id, text(row, id), faults.get(id)))
        .toList();
  }

  private static @Nullable String text(Row row, String column) {
    var cell = row.cells().get(column);
    return cell == null ? null : CellText.of(cell);
  }
}
