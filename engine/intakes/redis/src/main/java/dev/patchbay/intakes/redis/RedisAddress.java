package dev.patchbay.intakes.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where a Redis listens: {@code redis://host:port/database}, or {@code rediss} for TLS.
 *
 * @param port 6379 where none is written
 * @param database 0 where none is written
 */
record RedisAddress(String host, int port, int database, boolean encrypted) {
  private static final String EXAMPLE = " Write for example redis://redis.example.org:6379/0.";
  private static final Pattern PATH = Pattern.compile("|/|/\\d{1,4}");
  private static final int USUAL_PORT = 6379;

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with what to write instead, for a person; it never holds the
   *     text itself, which may have a password in it
   */
  static RedisAddress of(String text) {
    var uri = parsed(text);
    var scheme = uri.getScheme();
    check(
        "redis".equals(scheme) || "rediss".equals(scheme), "It begins with redis:// or rediss://.");
    check(
        uri.getUserInfo() == null,
        "User and password have settings of their own; leave them out of the address.");
    check(uri.getHost() != null && uri.getPort() != 0, "It needs a host and, if not 6379, a port.");
    check(uri.getPort() <= 65_535, "A port is at most 65535.");
    check(uri.getQuery() == null && uri.getFragment() == null, "It ends with the database.");
    check(PATH.matcher(uri.getPath()).matches(), "After the port only a database number follows.");
    return new RedisAddress(
        uri.getHost(),
        uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
        uri.getPath().length() < 2 ? 0 : Integer.parseInt(uri.getPath().substring(1)),
        "rediss".equals(scheme));
  }

  /** Host and port, for a person. */
  @Override
  public String toString() {
    return host + ":" + port;
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      var shown = new IllegalArgumentException("This is no address." + EXAMPLE);
      shown.addSuppressed(new IllegalArgumentException("at index " + e.getIndex()));
      throw shown;
    }
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException(otherwise + EXAMPLE);
    }
  }
}
