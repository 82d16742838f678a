package dev.patchbay.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The table of operations by HTTP method and path. A template such as {@code
 * /v4/spreadsheets/{}/values/{}:append} is matched against the raw path, so an encoded slash stays
 * inside its name, and a verb is what stands after the last colon.
 */
public final class Routes {

  private record Entry(String method, Pattern path, Operation operation) {}

  private final List<Entry> entries = new ArrayList<>();

  public Routes add(String method, String template, Operation operation) {
    StringBuilder regex = new StringBuilder();
    String[] parts = template.split("\\{}", -1);
    for (int i = 0; i < parts.length; i++) {
      regex.append(i == 0 ? "" : "([^/]+?)").append(Pattern.quote(parts[i]));
    }
    entries.add(new Entry(method, Pattern.compile(regex.toString()), operation));
    return this;
  }

  /** The first entry that fits; those with a verb must be added before those without. */
  public Optional<Route> find(String method, String rawPath) {
    for (Entry entry : entries) {
      if (entry.method.equals(method)) {
        Matcher matcher = entry.path.matcher(rawPath);
        if (matcher.matches()) {
          return Optional.of(new Route(entry.operation, names(matcher)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> names(Matcher matcher) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      names.add(decode(matcher.group(i)));
    }
    return names;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
