package dev.patchbay.server.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every filter of the list of deliveries with every other, each with values rare and common. */
final class ListQueries {
  private static final String NONE = "";

  private ListQueries() {}

  /** Paths below the API's root, without cursor. */
  static List<String> all() {
    var hourAgo = Instant.now().minus(1, ChronoUnit.HOURS).toString();
    var queries = List.of(Map.<String, String>of());
    queries =
        with(
            queries,
            "state",
            List.of(NONE, "PENDING", "UNKNOWN", "DEAD", "DELIVERED", "SUPERSEDED", "CANCELLED"));
    queries = with(queries, "route", List.of(NONE, ListsBench.COMMON, ListsBench.RARE));
    queries = with(queries, "key", List.of(NONE, "k7", "nobody's"));
    queries = with(queries, "since", List.of(NONE, hourAgo));
    queries = with(queries, "until", List.of(NONE, hourAgo));
    queries =
        with(
            queries,
            "text",
            List.of(NONE, "no number", "Row 3", "answered 503", "nothing like it"));
    return queries.stream().map(ListQueries::path).toList();
  }

  private static List<Map<String, String>> with(
      List<Map<String, String>> queries, String name, List<String> values) {
    var more = new ArrayList<Map<String, String>>();
    for (var query : queries) {
      for (var value : values) {
        var one = new TreeMap<>(query);
        if (!value.equals(NONE)) {
          one.put(name, value);
        }
        more.add(one);
      }
    }
    return more;
  }

  private static String path(Map<String, String> query) {
    var path = new StringBuilder("deliveries?limit=100");
    query.forEach(
        (name, value) ->
            path.append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return path.toString();
  }
}
