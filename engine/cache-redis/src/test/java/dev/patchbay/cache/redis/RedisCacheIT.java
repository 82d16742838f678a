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
    warm();
    cache.keep("a", bytes("1"), MINUTE);
    try (var other = cache("hub:");
        var stranger = cache("another:")) {
      Eventually.soon().passes(() -> assertThat(text(other.find("a"))).contains("1"));
      assertThat(stranger.find("a")).isEmpty();
    }
  }

  @Test
  void whatIsOldIsForgotten() {
    warm();
    cache.keep("old", bytes("1"), Duration.ofMillis(1));
    Eventually.soon().passes(() -> assertThat(cache.find("old")).isEmpty());
    assertThat(failures).hasValue(0);
  }

  @Test
  void aRedisThatHangsOrIsGoneCostsATenthOfASecondOnceInAWhile() {
    warm();
    cache.keep("a", bytes("1"), MINUTE);
    network.inject(new Fault.HalfOpen(Fault.Direction.ANSWER));
    var start = System.nanoTime();
    for (int call = 0; call < 1_000; call++) {
      assertThat(cache.find("a")).isEmpty();
      cache.keep("b", bytes("2"), MINUTE);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    assertThat(failures).hasValueBetween(1, 3);
    network.heal();
    Eventually.within(Duration.ofSeconds(30))
        .passes(() -> assertThat(text(cache.find("a"))).contains("1"));
  }

  /** The first call connects, which a busy machine may not do in time. */
  private void warm() {
    Eventually.within(Duration.ofSeconds(30))
        .passes(
            () -> {
              cache.keep("warm", bytes("x"), MINUTE);
              assertThat(cache.find("warm")).isPresent();
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
