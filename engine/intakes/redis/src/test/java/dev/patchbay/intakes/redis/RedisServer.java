package dev.patchbay.intakes.redis;

import dev.patchbay.brokers.Main;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/** A real Redis in a process of its own, that a test kills and starts again. */
final class RedisServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Pattern PROCESS = Pattern.compile("process_id:(\\d+)");
  private final Path directory;
  private final Optional<Path> executable;
  private int port;
  private int started;
  private JavaProcess process;

  RedisServer(Path directory, Optional<Path> executable) {
    this.directory = directory;
    this.executable = executable;
    process = launch();
  }

  int port() {
    return port;
  }

  /** With plain answers, as the intake takes them. */
  RedisClient client() {
    return RedisClient.builder()
        .hostAndPort("127.0.0.1", port)
        .clientConfig(DefaultJedisClientConfig.builder().resp2().build())
        .build();
  }

  /** SIGKILL to Redis itself. */
  void kill() {
    try (var client = client()) {
      var info = client.info("server");
      var matcher = PROCESS.matcher(info);
      if (!matcher.find()) {
        throw new AssertionError("Redis does not tell its process: " + info);
      }
      var redis = ProcessHandle.of(Long.parseLong(matcher.group(1))).orElseThrow();
      redis.destroyForcibly();
      redis.onExit().join();
    }
    process.close();
  }

  /** On the same port, with the same data. */
  void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private JavaProcess launch() {
    var command =
        JavaCommand.of(Main.class)
            .withArguments("redis", "--data=" + directory.resolve("data"), "--port=" + port);
    var launched =
        executable
            .map(file -> command.withArguments("--executable=" + file))
            .orElse(command)
            .start(directory.resolve("output-" + ++started + ".log"));
    port = URI.create(launched.awaitLine("^redis ready (\\S+)$", START).group(1)).getPort();
    return launched;
  }
}
