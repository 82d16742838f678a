package dev.patchbay.services.rest;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settings of a service.
 *
 * @param url what paths are added to, without a slash at its end
 * @param timeout for one answer, the token included
 */
record RestSettings(URI url, Access access, Duration timeout) {
  static final String URL = "url";
  static final String AUTHENTICATION = "authentication";
  static final String TOKEN = "token";
  static final String TOKEN_URL = "tokenUrl";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String SCOPE = "scope";
  static final String TIMEOUT = "timeout";

  static final String NONE = "none";
  static final String BEARER = "bearer";
  static final String CLIENT_CREDENTIALS = "client-credentials";

  private static final int TIMEOUT_IF_EMPTY = 5;
  private static final int LONGEST_TIMEOUT = 30;

  /** RFC 6749, section 3.3: printable ASCII without quote and backslash, separated by blanks. */
  private static final Pattern SCOPES =
      Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+( [\\x21\\x23-\\x5B\\x5D-\\x7E]+)*");

  /** How requests are authorized. */
  sealed interface Access {
    record None() implements Access {}

    record Bearer() implements Access {}

    record ClientCredentials(URI tokenUrl, String clientId, Optional<String> scope)
        implements Access {}
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException for what {@link RestForm#faults} would name
   */
  static RestSettings of(Map<String, String> settings) {
    return new RestSettings(
        HttpAddress.of(text(settings, URL).orElse("")),
        access(settings),
        Duration.ofSeconds(timeout(settings)));
  }

  /** The address itself; an empty path is sent as a slash. */
  URI root() {
    return url.getRawPath().isEmpty() ? URI.create(url + "/") : url;
  }

  static Optional<String> text(Map<String, String> settings, String name) {
    return Optional.ofNullable(settings.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /** The word that says how, {@value #NONE} if there is none. */
  static String authentication(Map<String, String> settings) {
    var word = text(settings, AUTHENTICATION).orElse(NONE);
    if (!word.equals(NONE) && !word.equals(BEARER) && !word.equals(CLIENT_CREDENTIALS)) {
      throw new IllegalArgumentException(
          "Write %s, %s or %s.".formatted(NONE, BEARER, CLIENT_CREDENTIALS));
    }
    return word;
  }

  static URI tokenUrl(Map<String, String> settings) {
    return HttpAddress.of(text(settings, TOKEN_URL).orElse(""));
  }

  static String clientId(Map<String, String> settings) {
    return text(settings, CLIENT_ID)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Write the name under which the Auth Service knows the hub."));
  }

  static Optional<String> scope(Map<String, String> settings) {
    var scope = text(settings, SCOPE);
    if (scope.isPresent() && !SCOPES.matcher(scope.get()).matches()) {
      throw new IllegalArgumentException("Write scopes with one blank between them.");
    }
    return scope;
  }

  /** In seconds. */
  static int timeout(Map<String, String> settings) {
    var text = text(settings, TIMEOUT).orElse(Integer.toString(TIMEOUT_IF_EMPTY));
    int seconds = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
      throw new IllegalArgumentException("Write whole seconds from 1 to " + LONGEST_TIMEOUT + ".");
    }
    return seconds;
  }

  private static Access access(Map<String, String> settings) {
    return switch (authentication(settings)) {
      case BEARER -> new Access.Bearer();
      case CLIENT_CREDENTIALS ->
          new Access.ClientCredentials(tokenUrl(settings), clientId(settings), scope(settings));
      default -> new Access.None();
    };
  }
}
