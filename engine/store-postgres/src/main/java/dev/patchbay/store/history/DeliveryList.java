package dev.patchbay.store.history;

import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.store.Command;
import dev.patchbay.store.StateNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one page, newest first. Each part of the list (pending, unknown, dead, finished)
 * is read from the index that has it in order already and stops after a page; the parts are then
 * merged. No part counts, skips or sorts more than that.
 */
final class DeliveryList {
  private static final String ORDER = " ORDER BY event DESC, lane_id DESC, seq DESC LIMIT ";
  private static final String OPEN =
      """
      SELECT lane_id, seq, route_id, event, key, state, tries, due_at, NULL::timestamptz AS finished_at,
        cause FROM delivery d WHERE\s""";
  private static final String FINISHED =
      """
      SELECT lane_id, seq, route_id, event, key, state, tries, NULL::timestamptz AS due_at,
        finished_at, NULL::text AS cause FROM delivered d WHERE\s""";

  private final DeliveryFilter filter;
  private final @Nullable Integer route;
  private final @Nullable DeliveryRef after;
  private final int limit;
  private final List<String> parts = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  private DeliveryList(
      DeliveryFilter filter, @Nullable Integer route, @Nullable DeliveryRef after, int limit) {
    this.filter = filter;
    this.route = route;
    this.after = after;
    this.limit = limit;
  }

  /**
   * The page's statement.
   *
   * @param route number of the filter's route, null if it names none
   */
  static Command page(
      DeliveryFilter filter, @Nullable Integer route, @Nullable DeliveryRef after, int limit) {
    return new DeliveryList(filter, route, after, limit).command();
  }

  private Command command() {
    IntStream.range(0, 3).filter(this::wanted).forEach(this::addOpen);
    if (filter.text() == null) {
      addFinished();
    }
    return Command.of(SummaryRows.SELECT.formatted(merged()), parameters.toArray());
  }

  private String merged() {
    return switch (parts.size()) {
      case 0 -> OPEN + "false";
      case 1 -> parts.getFirst();
      default -> "(" + String.join(") UNION ALL (", parts) + ")" + ORDER + limit;
    };
  }

  private boolean wanted(int state) {
    return filter.state() == null || StateNumber.of(filter.state()) == state;
  }

  private void addOpen(int state) {
    var perRoute =
        state == StateNumber.of(DeliveryState.PENDING) && route == null && filter.key() == null;
    if (perRoute) {
      parts.add(
          "SELECT p.* FROM route r CROSS JOIN LATERAL ("
              + select(OPEN, "state = 0 AND route_id = r.route_id")
              + ") p"
              + ORDER
              + limit);
    } else {
      parts.add(select(OPEN, "state = " + state));
    }
  }

  private void addFinished() {
    if (filter.state() == null) {
      parts.add(select(FINISHED, "true"));
    } else if (StateNumber.of(filter.state()) > 2) {
      parts.add(select(FINISHED, "state = " + StateNumber.of(filter.state())));
    }
  }

  private String select(String from, String where) {
    var sql = new StringBuilder(from).append(where);
    ListConditions.add(sql, parameters, " AND d.route_id = ?", route);
    ListConditions.append(filter, sql, parameters);
    if (after != null) {
      sql.append(" AND d.event <= ? AND (d.event, d.lane_id, d.seq) < (?, ?, ?)");
      parameters.addAll(List.of(after.event(), after.event(), after.lane(), after.seq()));
    }
    return sql.append(ORDER).append(limit).toString();
  }
}
