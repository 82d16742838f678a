package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.api.Order.Place;
import dev.patchbay.services.standin.http.Json;
import dev.patchbay.services.standin.http.Query;
import dev.patchbay.services.standin.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One page of a list. A cursor is the place of the last thing seen, so what is added meanwhile
 * neither repeats nor hides another; it fits the filters and the sort that it was made for.
 */
record Paging(int limit, Optional<Place> after, String filters) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  static Paging of(Query query) {
    var filters = filters(query);
    return new Paging(limit(query), query.one("cursor").map(text -> place(text, filters)), filters);
  }

  /** {@code {items, next}}. */
  ObjectNode page(Collection<ObjectNode> things, Order order) {
    var comparator = order.comparator();
    var found =
        things.stream()
            .filter(
                thing ->
                    after.isEmpty() || comparator.compare(order.placeOf(thing), after.get()) > 0)
            .sorted((a, b) -> comparator.compare(order.placeOf(a), order.placeOf(b)))
            .limit(limit + 1L)
            .toList();
    var page = Json.object();
    var items = page.putArray("items");
    found.stream().limit(limit).forEach(items::add);
    return found.size() > limit
        ? page.put("next", cursor(order.placeOf(found.get(limit - 1))))
        : page.putNull("next");
  }

  private static int limit(Query query) {
    var text = query.one("limit").orElse(Integer.toString(USUAL));
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw Refusal.field("limit", "must be a whole number from 1 to " + MOST);
    }
    return limit;
  }

  private static String filters(Query query) {
    Map<String, Object> others = new TreeMap<>(query.values());
    others.remove("cursor");
    others.remove("limit");
    return Integer.toHexString(others.toString().hashCode());
  }

  private String cursor(Place place) {
    var json = Json.object().put("f", filters).put("k", place.key()).put("i", place.id());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.write(json));
  }

  private static Place place(String cursor, String filters) {
    try {
      var json =
          Json.read(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.US_ASCII)));
      if (json.path("f").asText("").equals(filters) && json.hasNonNull("i")) {
        return new Place(json.path("k").asText(), json.path("i").asText());
      }
    } catch (IllegalArgumentException unreadable) {
      // as one that was made for other filters
    }
    throw Refusal.field("cursor", "must be the 'next' of a page with the same filters and sort");
  }
}
