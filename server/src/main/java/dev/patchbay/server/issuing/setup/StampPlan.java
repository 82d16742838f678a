package dev.patchbay.server.issuing.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.core.mail.MailTemplate;
import dev.patchbay.server.http.ServerJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stamps of a connector; their texts and links have placeholders, which are filled in for each
 * document.
 *
 * @param stamps as {@code ./patchbay stamp} reads them
 */
public record StampPlan(JsonNode stamps) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)\\}");
  private static final String TEXT = "text";
  private static final String LINK = "link";

  /** These the process fills in, as only it knows the pages. */
  private static final Map<String, String> OF_PAGES = Map.of("page", "{page}", "pages", "{pages}");

  /**
   * What one document is called.
   *
   * @param document its id
   * @param key of what it is about
   * @param date day of its event, ISO 8601
   */
  public record Values(String document, String key, String date) {
    /** Something in place of what is not known yet. */
    static final Values SAMPLE = new Values("1-1-1", "key", "2026-01-31");

    private Map<String, String> byName() {
      return Map.of("document", document, "key", MailTemplate.oneLine(key), "date", date);
    }
  }

  /**
   * Reads stamps.
   *
   * @throws IllegalArgumentException saying what is wrong, and where
   */
  static StampPlan parse(String json) {
    var plan = new StampPlan(tree(json));
    plan.filled(Values.SAMPLE);
    return plan;
  }

  private static JsonNode tree(String json) {
    try {
      return ServerJson.MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      throw new IllegalArgumentException(
          at == null
              ? "is nested too deep, or holds too long a number or text"
              : "is no JSON: see line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()),
          broken);
    }
  }

  /** The stamps of one document. What a link is filled with cannot lead elsewhere. */
  JsonNode filled(Values values) {
    var filled = stamps.deepCopy();
    int number = 0;
    for (var stamp : filled) {
      if (stamp instanceof ObjectNode fields) {
        var name = "stamps[" + number + "].";
        fill(fields, TEXT, name, words(fields, values), UnaryOperator.identity());
        fill(fields, LINK, name, values.byName(), StampPlan::encoded);
      }
      number++;
    }
    return filled;
  }

  private static Map<String, String> words(ObjectNode stamp, Values values) {
    var words = new HashMap<>(values.byName());
    if (stamp.path("$type").asText().equals("PageNumbers")) {
      words.putAll(OF_PAGES);
    }
    return words;
  }

  private static void fill(
      ObjectNode stamp,
      String field,
      String name,
      Map<String, String> words,
      UnaryOperator<String> written) {
    if (stamp.path(field).isTextual()) {
      var placeholder = PLACEHOLDER.matcher(stamp.get(field).textValue());
      stamp.put(
          field,
          placeholder.replaceAll(
              found -> {
                var word = words.get(found.group(1));
                if (word == null) {
                  throw new IllegalArgumentException(unknown(name + field, found.group(1), words));
                }
                return Matcher.quoteReplacement(written.apply(word));
              }));
    }
  }

  private static String unknown(String field, String word, Map<String, String> words) {
    return "%s has no placeholder {%s}; there are %s"
        .formatted(field, word, String.join(", ", new TreeSet<>(words.keySet())));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
