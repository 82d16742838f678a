package dev.patchbay.server.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where pages come from that may call the API from a browser (RFC 6454): scheme, host and port, as
 * browsers send it.
 */
public record WebOrigin(String text) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * The origin of this text.
   *
   * @throws IllegalArgumentException if it is none, or more than one
   */
  public static WebOrigin of(String text) {
    var lower = text.strip().toLowerCase(Locale.ROOT);
    try {
      var uri = URI.create(lower);
      if (uri.isAbsolute()
          && SCHEMES.contains(uri.getScheme())
          && uri.getHost() != null
          && lower.equals(uri.getScheme() + "://" + uri.getAuthority())
          && uri.getUserInfo() == null) {
        return new WebOrigin(lower);
      }
    } catch (IllegalArgumentException none) {
      throw unfit(text, none);
    }
    throw unfit(text, null);
  }

  /** Regular expression that it alone matches. */
  String pattern() {
    return Pattern.quote(text);
  }

  private static IllegalArgumentException unfit(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "'" + text + "' is no origin; write scheme, host and port, as in https://app.example.org",
        cause);
  }
}
