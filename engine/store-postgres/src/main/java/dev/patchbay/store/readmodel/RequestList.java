package dev.patchbay.store.readmodel;

import dev.patchbay.core.readmodel.RequestQuery;
import dev.patchbay.model.request.RequestSort;
import dev.patchbay.store.Command;
import org.jspecify.annotations.Nullable;

/** The statement of one page of requests. Equal ones follow by id, whichever way it is sorted. */
final class RequestList {
  private static final String COLUMNS =
      """
      SELECT id, title, status, category, assignee, description, address, requested_at, updated_at,
        more::text AS more
      FROM request_view""";

  private final RequestSort sort;
  private final RowConditions conditions;

  RequestList(int generation, RequestSort sort) {
    this.sort = sort;
    this.conditions = new RowConditions(generation);
  }

  Command page(RequestQuery query, @Nullable Place after, int limit) {
    choose(query);
    if (after != null) {
      after(after);
    }
    var rows = " WHERE %s ORDER BY %s LIMIT %d".formatted(conditions.sql(), order(), limit);
    return Command.of(COLUMNS + rows, conditions.parameters());
  }

  private void choose(RequestQuery query) {
    var filter = query.filter();
    conditions.any("status", filter.status());
    conditions.any("category", filter.category());
    conditions.any("assignee", filter.assignee());
    conditions.between("requested_at", filter.from(), filter.to());
    if (query.words() != null) {
      conditions.words(query.words());
    }
  }

  private void after(Place place) {
    switch (sort) {
      case NEWEST -> conditions.after("requested_at", "<", place);
      case OLDEST -> conditions.after("requested_at", ">", place);
      case LAST_CHANGED -> conditions.after("updated_at", "<", place);
      case FIRST_CHANGED -> conditions.after("updated_at", ">", place);
      case ID -> conditions.afterId(place);
    }
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
}
