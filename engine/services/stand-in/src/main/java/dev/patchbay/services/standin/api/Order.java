package dev.patchbay.services.standin.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Query;
import dev.patchbay.services.standin.http.Refusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a list is sorted by; things that are equal in it, by id.
 *
 * @param text as in the {@code sort} parameter, falling with a minus
 */
record Order(String text) {
  /** Reads the parameter; the first of the allowed ones stands for none. */
  static Order of(Query query, List<String> allowed) {
    var text = query.one("sort").orElse(allowed.getFirst());
    if (!allowed.contains(text)) {
      throw Refusal.field("sort", "must be one of " + allowed);
    }
    return new Order(text);
  }

  Comparator<Place> comparator() {
    var byKey = Comparator.comparing(Place::key);
    return (text.startsWith("-") ? byKey.reversed() : byKey).thenComparing(Place::id);
  }

  Place placeOf(ObjectNode thing) {
    return new Place(key(thing), thing.path("id").asText());
  }

  /** Where a thing stands in a sorted list. */
  record Place(String key, String id) {}

  private String key(ObjectNode thing) {
    var field = text.startsWith("-") ? text.substring(1) : text;
    var value = thing.path(field).asText("");
    return field.endsWith("At") ? sortable(Instant.parse(value)) : value;
  }

  private static String sortable(Instant time) {
    return "%019d.%09d".formatted(time.getEpochSecond(), time.getNano());
  }
}
