package dev.patchbay.server.reconcile;

import dev.patchbay.core.delivery.Targets;
import dev.patchbay.core.delivery.row.Layouts;
import dev.patchbay.core.route.Route;
import dev.patchbay.model.route.WriteMode;
import dev.patchbay.server.config.Configuration;
import dev.patchbay.spi.Layout;
import dev.patchbay.spi.RowAudit;
import dev.patchbay.spi.Target;
import java.util.Comparator;
import java.util.List;

/**
 * A target whose rows can be compared.
 *
 * @param lanes of the target
 * @param layout the columns of all routes that write there
 */
record AuditedTarget(
    Targets.Snapshot snapshot, List<Integer> lanes, Layout layout, RowAudit audit) {
  /** What a name leads to. */
  sealed interface Found {
    /** A target. */
    record Ready(AuditedTarget target) implements Found {}

    /** Nothing that can be compared; why, as what is said of a field. */
    record Unfit(String why) implements Found {}
  }

  static Found of(Configuration configuration, String name) {
    var route = configuration.route(name);
    if (route.isEmpty()) {
      return new Found.Unfit(
          "there is no route '" + name + "' that works; create it first, or name another");
    }
    if (route.get().draft().mode() != WriteMode.UPSERT) {
      return new Found.Unfit(
          "'%s' adds a row for each event; name a route that keeps one row for each key"
              .formatted(name));
    }
    return configuration
        .of(route.get().target())
        .<Found>flatMap(
            snapshot ->
                snapshot
                    .rows()
                    .audit()
                    .map(audit -> new Found.Ready(target(route.get(), snapshot, audit))))
        .orElseGet(
            () ->
                new Found.Unfit(
                    "'%s' writes through '%s', where rows cannot be read back; name one that writes"
                            .formatted(name, route.get().draft().connector())
                        + " to a sheet"));
  }

  private static AuditedTarget target(Route route, Targets.Snapshot snapshot, RowAudit audit) {
    var own = route.mapping().layout();
    var layouts =
        snapshot.routes().values().stream()
            .sorted(Comparator.comparingInt(Route::id))
            .map(other -> other.mapping().layout())
            .filter(layout -> Layouts.compatible(layout, own))
            .toList();
    return new AuditedTarget(snapshot, route.lanes(), Layouts.union(layouts), audit);
  }

  Target place() {
    return snapshot.target();
  }

  /** What people call a column. */
  String header(String column) {
    return layout.columns().stream()
        .filter(it -> it.id().equals(column))
        .map(it -> it.header())
        .findFirst()
        .orElse(column);
  }
}
