package dev.patchbay.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.brokers.Main;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import dev.patchbay.testkit.TcpFaultProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cache on a real Redis, and without one. */
class RedisCacheIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static JavaProcess redis;
  private static int port;

  private final AtomicInteger failures = new AtomicInteger();
  private final TcpFaultProxy network = TcpFaultProxy.to(port);
  private final RedisCache cache = cache("hub:");

  @BeforeAll
  static void start(@TempDir Path directory) {
    redis =
        JavaCommand.of(Main.class)
            .withArguments("redis", "--data=" + directory.resolve("data"), "--port=0")
            .start(directory.resolve("output.log"));
    port = URI.create(redis.awaitLine("^redis ready (\\S+)$", MINUTE).group(1)).getPort();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @AfterEach
  void close() {
    cache.close();
    network.close();
  }

  private RedisCache cache(String prefix) {
    var address = CacheAddress.of("redis://127.0.0.1:" + network.port() + "/1");
    return new RedisCache(address, prefix, failures::incrementAndGet);
  }

  @Test
  void whatOneNodeKeepsOthersFindAndOtherHubsDoNot() {
    keepForSure("a", "1");
    try (var other = cache("hub:");
        var stranger = cache("another:")) {
      Eventually.soon().passes(() -> assertThat(text(other.find("a"))).contains("1"));
      assertThat(stranger.find("a")).isEmpty();
    }
  }

  @Test
  void whatIsOldIsForgotten() {
    Eventually.soon()
        .passes(
            () -> {
              failures.set(0);
              cache.keep("old", bytes("1"), Duration.ofMillis(1));
              cache.keep("new", bytes("2"), MINUTE);
              assertThat(text(cache.find("new"))).contains("2");
              assertThat(cache.find("old")).isEmpty();
              assertThat(failures).hasValue(0);
            });
  }

  @Test
  void aRedisThatHangsOrIsGoneCostsATenthOfASecondOnceInAWhile() {
    keepForSure("a", "1");
    network.inject(new Fault.HalfOpen(Fault.Direction.ANSWER));
    var start = System.nanoTime();
    for (int call = 0; call < 1_000; call++) {
      assertThat(cache.find("a")).isEmpty();
      cache.keep("b", bytes("2"), MINUTE);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(failures).hasValueBetween(1, 5);
    network.heal();
    Eventually.soon().passes(() -> assertThat(text(cache.find("a"))).contains("1"));
  }

  /** A busy machine may not do it in time, least of all the first call, which connects. */
  private void keepForSure(String key, String value) {
    Eventually.soon()
        .passes(
            () -> {
              cache.keep(key, bytes(value), MINUTE);
              assertThat(text(cache.find(key))).contains(value);
            });
    failures.set(0);
  }

  private static Optional<String> text(Optional<byte[]> value) {
    return value.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
