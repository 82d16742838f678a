package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.store.Command;
import dev.patchbay.store.StorableText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statement of one page of requests. Equal ones follow by id, whichever way it is sorted. */
final class RequestList {
  private static final String COLUMNS =
      """
      SELECT id, title, status, category, assignee, description, address, requested_at, updated_at,
        more::text AS more""";

  /** Where nobody reads what people wrote, which is most of a row. */
  private static final String SHORT_COLUMNS =
      COLUMNS.replace(" description,", " NULL AS description,");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final RequestSort sort;
  private final StringBuilder sql =
      new StringBuilder(" FROM request_view WHERE generation = ? AND NOT deleted");
  private final List<Object> parameters = new ArrayList<>();

  RequestList(int generation, RequestSort sort) {
    this.sort = sort;
    parameters.add(generation);
  }

  Command page(RequestQuery query, @Nullable Place after, int limit) {
    conditions(query);
    if (after != null) {
      after(after);
    }
    sql.append(" ORDER BY ").append(order()).append(" LIMIT ").append(limit);
    return Command.of(COLUMNS + sql, parameters.toArray());
  }

  /** Everything that passes the filter. */
  Whole all(RequestQuery query, Predicate<String> wanted) {
    conditions(query);
    var columns = wanted.test("description") ? COLUMNS : SHORT_COLUMNS;
    var values = parameters.toArray();
    return new Whole(
        Command.of("SELECT count(*) AS requests" + sql, values),
        Command.of(columns + sql + " ORDER BY " + order(), values));
  }

  /** How many there are, and they. */
  record Whole(Command counting, Command rows) {
    long count(Connection connection) throws SQLException {
      return counting.first(connection, row -> row.getLong("requests")).orElse(0L);
    }
  }

  private void conditions(RequestQuery query) {
    var filter = query.filter();
    any("status", filter.status());
    any("category", filter.category());
    any("assignee", filter.assignee());
    if (filter.from() != null) {
      add(" AND requested_at >= ?", filter.from());
    }
    if (filter.to() != null) {
      add(" AND requested_at < ?", filter.to());
    }
    if (filter.text() != null) {
      words(query, filter.text());
    }
  }

  private void any(String column, List<String> values) {
    if (!values.isEmpty()) {
      var storable = values.stream().map(StorableText::of).toArray(String[]::new);
      add(" AND " + column + " = ANY (?)", storable);
    }
  }

  private void words(RequestQuery query, String text) {
    var condition = query.looksEverywhere() ? anywhere() : in(query);
    for (var word : BLANKS.split(text, -1)) {
      if (!word.isEmpty()) {
        var escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        add(" AND " + condition, "%" + StorableText.of(escaped) + "%");
      }
    }
  }

  private static String anywhere() {
    return "words LIKE lower(? COLLATE \"pg_c_utf8\")";
  }

  /** The index is of all texts and left alone: even its speed would tell what is in the others. */
  private static String in(RequestQuery query) {
    return query.words().stream()
        .sorted()
        .map(text -> "coalesce(" + text.field() + ", '')")
        .collect(
            Collectors.joining(
                " || E'\\n' || ",
                "lower((",
                ") COLLATE \"pg_c_utf8\") LIKE lower(? COLLATE \"pg_c_utf8\")"));
  }

  private void after(Place place) {
    switch (sort) {
      case NEWEST -> after("requested_at", "<", place);
      case OLDEST -> after("requested_at", ">", place);
      case LAST_CHANGED -> after("updated_at", "<", place);
      case FIRST_CHANGED -> after("updated_at", ">", place);
      case ID -> add(" AND id > ?", place.id());
    }
  }

  /** The first condition alone finds the place in the index. */
  private void after(String column, String beyond, Place place) {
    add(" AND %s %s= ?::timestamptz".formatted(column, beyond), place.timestamp());
    add(" AND (%s %s ?::timestamptz".formatted(column, beyond), place.timestamp());
    add(" OR id > ?)", place.id());
  }

  private String order() {
    return switch (sort) {
      case NEWEST -> "requested_at DESC, id";
      case OLDEST -> "requested_at, id";
      case LAST_CHANGED -> "updated_at DESC, id";
      case FIRST_CHANGED -> "updated_at, id";
      case ID -> "id";
    };
  }

  private void add(String condition, Object value) {
    sql.append(condition);
    parameters.add(value);
  }
}
