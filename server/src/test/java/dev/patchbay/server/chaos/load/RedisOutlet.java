package dev.patchbay.server.chaos.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/** Adds to a stream. */
public final class RedisOutlet implements Outlet {
  /** The stream. */
  public static final String STREAM = "chaos";

  private final RedisClient redis;

  public RedisOutlet(URI address) {
    redis = RedisClient.create(address.getHost(), address.getPort());
  }

  @Override
  public boolean leave(List<Message> messages) {
    try {
      for (var message : messages) {
        var entry = Map.of("event", new String(message.body(), StandardCharsets.UTF_8));
        redis.xadd(STREAM, XAddParams.xAddParams(), entry);
      }
      return true;
    } catch (JedisException failed) {
      return false;
    }
  }

  /** Takes everything away. */
  public void flush() {
    redis.flushAll();
  }

  @Override
  public void close() {
    redis.close();
  }
}
