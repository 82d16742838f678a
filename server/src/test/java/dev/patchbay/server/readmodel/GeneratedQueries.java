package dev.patchbay.server.readmodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Queries of lists of requests, made of what the requests say, so that most find something. */
final class GeneratedQueries {
  private final Random random;
  private final List<JsonNode> requests;

  GeneratedQueries(long seed, List<JsonNode> requests) {
    this.random = new Random(seed);
    this.requests = List.copyOf(requests);
  }

  String next() {
    var parts = new ArrayList<String>();
    values(parts, "status");
    values(parts, "category");
    values(parts, "assignee");
    span(parts);
    if (random.nextInt(3) == 0) {
      parts.add("q=" + encoded(words()));
    }
    var sorts = List.of("requestedAt", "-requestedAt", "updatedAt", "-updatedAt", "id", "");
    var sort = sorts.get(random.nextInt(sorts.size()));
    if (!sort.isEmpty()) {
      parts.add("sort=" + sort);
    }
    parts.add("limit=" + (20 + random.nextInt(180)));
    return String.join("&", parts);
  }

  private JsonNode any() {
    return requests.get(random.nextInt(requests.size()));
  }

  private void values(List<String> parts, String field) {
    int count = random.nextInt(5) - 2;
    for (int i = 0; i < count; i++) {
      var value = any().path(field).asText("");
      if (!value.isEmpty()) {
        parts.add(field + "=" + encoded(value));
      }
    }
  }

  private void span(List<String> parts) {
    var one = time(-60);
    var other = time(60);
    boolean turned = one.isPresent() && other.isPresent() && one.get().isAfter(other.get());
    (turned ? other : one).ifPresent(from -> parts.add("from=" + encoded(from.toString())));
    (turned ? one : other).ifPresent(to -> parts.add("to=" + encoded(to.toString())));
  }

  private Optional<Instant> time(int days) {
    return random.nextInt(3) == 0
        ? Optional.of(Instant.parse(any().path("requestedAt").asText()).plus(Duration.ofDays(days)))
        : Optional.empty();
  }

  /** A word or two of a text, or a piece of one, in another case. */
  private String words() {
    var field = List.of("title", "description", "address").get(random.nextInt(3));
    var words = any().path(field).asText().split(" ", -1);
    var first = words[random.nextInt(words.length)];
    return switch (random.nextInt(3)) {
      case 0 -> first.toUpperCase(Locale.ROOT);
      case 1 -> first + "  " + words[random.nextInt(words.length)];
      default -> first.substring(0, Math.max(1, first.length() / 2));
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
