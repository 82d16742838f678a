package dev.patchbay.cache.redis;

import dev.patchbay.core.enrich.SharedCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/**
 * A cache in Redis. Whatever Redis does, a call ends within a tenth of a second; after one that
 * failed Redis is left in peace for some seconds, in which the cache is as good as empty. Said once
 * in the log when it begins and once when it ends.
 */
public final class RedisCache implements SharedCache, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisCache.class);
  private static final int LONGEST_MILLIS = 100;
  private static final Duration PEACE = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 16;

  private final CacheAddress address;
  private final String prefix;
  private final Runnable failed;
  private final RedisClient redis;
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("cache-", 0).factory());
  private final AtomicBoolean down = new AtomicBoolean();
  private volatile long peaceUntil = System.nanoTime();

  /**
   * Connects with the first call.
   *
   * @param prefix of all keys, so that hubs may share a Redis
   * @param failed told of every call that failed
   */
  public RedisCache(CacheAddress address, String prefix, Runnable failed) {
    this.address = address;
    this.prefix = prefix;
    this.failed = failed;
    this.redis =
        RedisClient.builder()
            .hostAndPort(address.host())
            .clientConfig(address.config(LONGEST_MILLIS))
            .poolConfig(pool())
            .build();
  }

  @Override
  public Optional<byte[]> find(String key) {
    return Optional.ofNullable(call(() -> redis.get(bytes(key))));
  }

  @Override
  public void keep(String key, byte[] value, Duration life) {
    var expiring = SetParams.setParams().px(Math.max(1, life.toMillis()));
    call(() -> redis.set(bytes(key), value, expiring));
  }

  @Override
  public void close() {
    calls.shutdown();
    redis.close();
  }

  private byte[] bytes(String key) {
    return (prefix + key).getBytes(StandardCharsets.UTF_8);
  }

  private <T> @Nullable T call(Callable<@Nullable T> call) {
    if (peaceUntil - System.nanoTime() > 0) {
      return null;
    }
    var task = new FutureTask<@Nullable T>(call);
    try {
      calls.execute(task);
      var answer = task.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
      if (down.compareAndSet(true, false)) {
        LOG.info("the cache at {} answers again", address);
      }
      return answer;
    } catch (TimeoutException late) {
      task.cancel(true);
      gaveUp("it did not answer in time");
    } catch (ExecutionException broken) {
      gaveUp(String.valueOf(broken.getMessage()));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private void gaveUp(String why) {
    peaceUntil = System.nanoTime() + PEACE.toNanos();
    failed.run();
    if (down.compareAndSet(false, true)) {
      LOG.warn("the cache at {} is left out for now, services are asked instead: {}", address, why);
    }
  }

  private static ConnectionPoolConfig pool() {
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(Duration.ofMillis(LONGEST_MILLIS));
    pool.setTestWhileIdle(true);
    return pool;
  }
}
