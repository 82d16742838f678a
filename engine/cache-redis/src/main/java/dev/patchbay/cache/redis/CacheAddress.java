package dev.patchbay.cache.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Where the cache is: {@code redis://user:password@host:port/database}, or {@code rediss} for TLS.
 * Its text form has no password.
 */
public final class CacheAddress {
  private static final String EXAMPLE = "; write for example redis://:password@host:6379/0";
  private static final Pattern PATH = Pattern.compile("|/|/\\d{1,4}");
  private static final int USUAL_PORT = 6379;

  private final URI uri;

  private CacheAddress(URI uri) {
    this.uri = uri;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException saying what to write; it never holds the text, which may have
   *     a password in it
   */
  public static CacheAddress of(String text) {
    var uri = parsed(text);
    check(
        "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()),
        "begins with redis:// or rediss://");
    check(uri.getHost() != null && uri.getPort() != 0, "needs a host and, if not 6379, a port");
    check(
        PATH.matcher(uri.getPath()).matches()
            && uri.getQuery() == null
            && uri.getFragment() == null,
        "ends with the port or the number of a database");
    return new CacheAddress(uri);
  }

  HostAndPort host() {
    return new HostAndPort(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort());
  }

  /** How to connect, giving up each step after this many milliseconds. */
  DefaultJedisClientConfig config(int timeoutMillis) {
    var config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .database(JedisURIHelper.getDBIndex(uri))
            .timeoutMillis(timeoutMillis);
    if (uri.getUserInfo() != null) {
      config.user(JedisURIHelper.getUser(uri)).password(JedisURIHelper.getPassword(uri));
    }
    if (JedisURIHelper.isRedisSSLScheme(uri)) {
      config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return config.build();
  }

  /** Host and port, for a person. */
  @Override
  public String toString() {
    return host().toString();
  }

  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the address of the cache is no URL" + EXAMPLE);
    }
  }

  private static void check(boolean good, String rule) {
    if (!good) {
      throw new IllegalArgumentException("the address of the cache " + rule + EXAMPLE);
    }
  }
}
