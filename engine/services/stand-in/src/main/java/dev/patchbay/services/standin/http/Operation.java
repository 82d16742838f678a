package dev.patchbay.services.standin.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One operation of a service.
 *
 * @param id as in the contract, for example {@code getUser}
 * @param template path with at most one name in braces
 * @param scope that a token needs; none is needed where it is empty
 */
public record Operation(
    String id, String method, String template, Optional<String> scope, Handler handler) {
  private static final Pattern NAME = Pattern.compile("\\{[a-z]+}");

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
    var parts = NAME.split(template, -1);
    var regex =
        Pattern.quote(parts[0]) + (parts.length == 1 ? "()" : "([^/]+)" + Pattern.quote(parts[1]));
    var matcher = Pattern.compile(regex).matcher(rawPath);
    return matcher.matches() ? Optional.of(decoded(matcher.group(1))) : Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unencoded) {
      return text;
    }
  }
}
