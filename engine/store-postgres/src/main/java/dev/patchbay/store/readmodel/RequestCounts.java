package dev.patchbay.store.readmodel;

import dev.patchbay.model.request.CountFilter;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.model.request.RequestSummary.DayCount;
import dev.patchbay.model.request.RequestSummary.NamedCount;
import dev.patchbay.store.Command;
import dev.patchbay.store.StorableText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Requests counted by status, by category and by day, in one pass over what is kept of them. */
record RequestCounts(List<NamedCount> status, List<NamedCount> category, List<DayCount> days) {
  private static final String READ =
      """
      SELECT grouping(status, category, day) AS others, status, category, day::text AS day,
        sum(requests)::bigint AS requests
      FROM request_count WHERE generation = ?""";
  private static final String COUNTED =
      " GROUP BY GROUPING SETS ((status), (category), (day)) HAVING sum(requests) > 0";
  private static final int ALL_BUT_STATUS = 0b011;
  private static final int ALL_BUT_CATEGORY = 0b101;

  static RequestCounts read(Connection connection, int generation, CountFilter filter)
      throws SQLException {
    var counts = new RequestCounts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    command(generation, filter)
        .list(
            connection,
            row -> {
              counts.add(row);
              return counts;
            });
    return counts;
  }

  private static Command command(int generation, CountFilter filter) {
    var conditions = new StringBuilder();
    var parameters = new ArrayList<Object>(List.of(generation));
    any(conditions, parameters, "status", filter.status());
    any(conditions, parameters, "category", filter.category());
    if (filter.from() != null) {
      conditions.append(" AND day >= ?::date");
      parameters.add(filter.from().toString());
    }
    if (filter.to() != null) {
      conditions.append(" AND day < ?::date");
      parameters.add(filter.to().toString());
    }
    return Command.of(READ + conditions + COUNTED, parameters.toArray());
  }

  private static void any(
      StringBuilder conditions, List<Object> parameters, String column, List<String> values) {
    if (!values.isEmpty()) {
      conditions.append(" AND ").append(column).append(" = ANY (?)");
      parameters.add(values.stream().map(StorableText::of).toArray(String[]::new));
    }
  }

  private void add(ResultSet row) throws SQLException {
    long requests = row.getLong("requests");
    switch (row.getInt("others")) {
      case ALL_BUT_STATUS -> status.add(named(row.getString("status"), requests));
      case ALL_BUT_CATEGORY -> category.add(named(row.getString("category"), requests));
      default -> days.add(ofDay(row.getString("day"), requests));
    }
  }

  private static NamedCount named(String name, long requests) {
    return new NamedCount(name.isEmpty() ? null : name, requests);
  }

  private static DayCount ofDay(String day, long requests) {
    return new DayCount(day.equals("-infinity") ? null : LocalDate.parse(day), requests);
  }

  RequestSummary summary(Instant asOf, ZoneId zone) {
    var mostFirst = Comparator.comparingLong(NamedCount::requests).reversed();
    var byName =
        mostFirst.thenComparing(
            NamedCount::name, Comparator.nullsLast(Comparator.<String>naturalOrder()));
    var oldestFirst =
        Comparator.comparing(
            DayCount::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()));
    return new RequestSummary(
        asOf,
        zone.getId(),
        days.stream().mapToLong(DayCount::requests).sum(),
        status.stream().sorted(byName).toList(),
        category.stream().sorted(byName).toList(),
        days.stream().sorted(oldestFirst).toList());
  }
}
