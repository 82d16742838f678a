package dev.patchbay.store.retry;

import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.store.Command;
import dev.patchbay.store.history.ListConditions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which deliveries a bulk retry means: dead since before its snapshot, and matching its filter.
 *
 * @param where condition on {@code delivery d}
 */
record DeadRows(String where, List<Object> parameters) {
  static DeadRows of(DeliveryFilter filter, Instant asOf) {
    var sql = new StringBuilder("d.state = 2 AND d.dead_at <= ?");
    var parameters = new ArrayList<Object>(List.of(asOf));
    if (filter.route() != null) {
      sql.append(" AND d.route_id = (SELECT route_id FROM route WHERE name = ?)");
      parameters.add(filter.route());
    }
    ListConditions.append(filter, sql, parameters);
    return new DeadRows(sql.toString(), List.copyOf(parameters));
  }

  /** A statement on these rows: {@code %s} stands for the condition, further parameters follow. */
  Command in(String sql, Object... further) {
    var all = new ArrayList<>(parameters);
    all.addAll(List.of(further));
    return Command.of(sql.formatted(where), all.toArray());
  }
}
