package dev.patchbay.server.http;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where people reach the hub, as links in mail name it: scheme, host, maybe port and path. */
public record PublicAddress(String text) {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /**
   * The address of this text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PublicAddress of(String text) {
    try {
      var uri = URI.create(text.strip());
      if (uri.isAbsolute()
          && SCHEMES.contains(uri.getScheme())
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return new PublicAddress(uri.toString().replaceAll("/+$", ""));
      }
    } catch (IllegalArgumentException none) {
      throw unfit(text, none);
    }
    throw unfit(text, null);
  }

  /** Address of a path of the API, such as {@code exports/1}. */
  public String api(String path) {
    return text + ApiHandler.ROOT + "/" + path;
  }

  private static IllegalArgumentException unfit(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "'" + text + "' is no address of a hub; write it as in https://hub.example.org", cause);
  }
}
