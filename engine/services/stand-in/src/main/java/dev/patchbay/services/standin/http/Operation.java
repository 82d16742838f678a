package dev.patchbay.services.standin.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One operation of a service.
 *
 * @param id as in the contract, for example {@code getUser}
 * @param template path with at most one name in braces
 * @param scope that a token needs; none is needed where it is empty
 */
public record Operation(
    String id, String method, String template, Optional<String> scope, Handler handler) {
  /** Does the work; throws {@link Refusal} and then has changed nothing. */
  @FunctionalInterface
  public interface Handler {
    Answer run(Exchange exchange);
  }

  public static Operation open(String id, String method, String template, Handler handler) {
    return new Operation(id, method, template, Optional.empty(), handler);
  }

  public static Operation guarded(
      String id, String scope, String method, String template, Handler handler) {
    return new Operation(id, method, template, Optional.of(scope), handler);
  }

  /** Method and path template, for example {@code GET /users/{id}}. */
  public String name() {
    return method + " " + template;
  }

  /** What the path has in place of the name, decoded; empty text where the template has none. */
  public Optional<String> match(String rawPath) {
    int open = template.indexOf('{');
    if (open < 0) {
      return rawPath.equals(template) ? Optional.of("") : Optional.empty();
    }
    var before = template.substring(0, open);
    var after = template.substring(template.indexOf('}') + 1);
    int end = rawPath.length() - after.length();
    if (end <= open || !rawPath.startsWith(before) || !rawPath.endsWith(after)) {
      return Optional.empty();
    }
    var name = rawPath.substring(open, end);
    return name.indexOf('/') < 0 ? Optional.of(decoded(name)) : Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unencoded) {
      return text;
    }
  }
}
