package dev.patchbay.core.live;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.readmodel.DatasetQuery;
import dev.patchbay.core.readmodel.FieldUse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about a dataset as the services' contracts ask it: {@code GET /requests} of the
 * Request Service, {@code GET /users} of the User Service.
 */
final class ServiceQuery {
  /**
   * How one dataset is listed.
   *
   * @param choosing fields that rows can be chosen by
   * @param sorting fields that they can be sorted by
   * @param hasSpan whether they can be chosen by time
   */
  private record Listing(String path, Set<String> choosing, Set<String> sorting, boolean hasSpan) {}

  private static final Map<Dataset, Listing> LISTINGS =
      Map.of(
          Dataset.REQUESTS,
          new Listing(
              "/requests",
              Set.of("status", "category", "assignee"),
              Set.of("requestedAt", "updatedAt", Dataset.KEY),
              true),
          Dataset.USERS,
          new Listing("/users", Set.of("role"), Set.of("createdAt", Dataset.KEY), false));

  private ServiceQuery() {}

  static boolean lists(Dataset dataset) {
    return LISTINGS.containsKey(dataset);
  }

  /** Uses of fields that the contract has no parameter for. */
  static List<FieldUse> unanswered(DatasetQuery query) {
    var listing = listing(query.dataset());
    return query.uses().stream().filter(use -> !isAnswered(use, query, listing)).toList();
  }

  /** A service looks for words everywhere; who may not is told what is hidden by what is found. */
  private static boolean isAnswered(FieldUse use, DatasetQuery query, Listing listing) {
    return switch (use.parameter()) {
      case "filter" -> listing.choosing().contains(use.field());
      case "sort" -> listing.sorting().contains(use.field());
      case "text" -> query.words() != null && query.words().lookEverywhere();
      default -> listing.hasSpan();
    };
  }

  /** Path and query of one page. */
  static String path(DatasetQuery query, @Nullable String cursor, int limit) {
    var parts = new ArrayList<String>();
    query.values().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> field.getValue().forEach(value -> add(parts, field.getKey(), value)));
    add(parts, "from", text(query.from()));
    add(parts, "to", text(query.to()));
    add(parts, "q", query.words() == null ? null : query.words().text());
    add(parts, "sort", query.sort().parameter());
    add(parts, "limit", String.valueOf(limit));
    add(parts, "cursor", cursor);
    return listing(query.dataset()).path() + "?" + String.join("&", parts);
  }

  private static Listing listing(Dataset dataset) {
    return Optional.ofNullable(LISTINGS.get(dataset))
        .orElseThrow(() -> new IllegalArgumentException("no service lists " + dataset.called()));
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static void add(List<String> parts, String name, @Nullable String value) {
    if (value != null) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }
  }
}
