package dev.patchbay.services.standin.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters of a query or a form, each with its values in their order. */
public record Query(Map<String, List<String>> values) {
  public static Query parse(String text) {
    var values = new LinkedHashMap<String, List<String>>();
    for (var part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        var pair = part.split("=", 2);
        var value = pair.length == 1 ? "" : decoded(pair[1]);
        values.computeIfAbsent(decoded(pair[0]), _ -> new ArrayList<>()).add(value);
      }
    }
    return new Query(values);
  }

  /** Refuses parameters that are unknown, and empty values. */
  public Query only(Set<String> names) {
    values.forEach(
        (name, given) -> {
          if (!names.contains(name)) {
            throw Refusal.field(name, "is unknown; there are " + names.stream().sorted().toList());
          }
          if (given.contains("")) {
            throw Refusal.field(name, "must not be empty");
          }
        });
    return this;
  }

  /** The values of a parameter that may be repeated. */
  public List<String> all(String name, int most) {
    var given = values.getOrDefault(name, List.of());
    if (given.size() > most) {
      throw Refusal.field(name, "may be given %d times at most".formatted(most));
    }
    return given;
  }

  /** The value of a parameter that may not be repeated. */
  public Optional<String> one(String name) {
    var given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw Refusal.field(name, "may be given once");
    }
    return given.stream().findFirst();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unencoded) {
      throw Refusal.field("query", "is not percent-encoded");
    }
  }
}
