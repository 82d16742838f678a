package dev.patchbay.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decoded query parameters of a call, in the order sent; a name may repeat. Immutable. */
public record Query(Map<String, List<String>> values) {

  public Query {
    values = Map.copyOf(values);
  }

  /**
   * Reads {@code a=1&b=2}, with {@code +} for space, as HTML forms and Google's clients write it.
   */
  public static Query parse(String text) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return new Query(values);
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public String text(String name) {
    return first(name).orElse("");
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** True for {@code true}, {@code True} and {@code 1}. */
  public boolean flag(String name) {
    return first(name).filter(v -> v.equalsIgnoreCase("true") || v.equals("1")).isPresent();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
