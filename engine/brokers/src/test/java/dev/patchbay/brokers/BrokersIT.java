package dev.patchbay.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokersIT {
  private static final Duration START = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private int started;

  @Test
  void redisKeepsWhatItAcknowledgedThroughAKill() throws IOException {
    URI before;
    try (var redis = start("redis")) {
      before = ready(redis, "redis");
      assertThat(redis(before, "SET fact 1")).isEqualTo("+OK");
    }
    try (var redis = start("redis", "--port=" + before.getPort())) {
      assertThat(redis(ready(redis, "redis"), "GET fact")).isEqualTo("$1");
    }
  }

  @Test
  void redisDiesWithItsProcess() {
    URI uri;
    try (var redis = start("redis")) {
      uri = ready(redis, "redis");
    }
    Eventually.soon().isTrue("Redis still answers", () -> isGone(uri));
  }

  @Test
  void kafkaKeepsItsTopicsThroughAKill() throws InterruptedException, ExecutionException {
    URI before;
    try (var kafka = start("kafka")) {
      before = ready(kafka, "kafka");
      try (var admin = admin(before)) {
        admin.createTopics(List.of(new NewTopic("requests", 3, (short) 1))).all().get();
      }
    }
    try (var kafka = start("kafka", "--port=" + before.getPort());
        var admin = admin(ready(kafka, "kafka"))) {
      assertThat(admin.listTopics().names().get()).contains("requests");
    }
  }

  private JavaProcess start(String broker, String... more) {
    return JavaCommand.of(Main.class)
        .withArguments(broker, "--data=" + directory.resolve("data"))
        .withArguments(more)
        .start(directory.resolve("output-" + ++started + ".log"));
  }

  private static URI ready(JavaProcess process, String word) {
    return URI.create(process.awaitLine("^" + word + " ready (\\S+)$", START).group(1));
  }

  private static Admin admin(URI kafka) {
    var settings = new Properties();
    settings.putAll(Map.of("bootstrap.servers", kafka.getAuthority()));
    return Admin.create(settings);
  }

  private static String redis(URI uri, String command) throws IOException {
    try (var socket = connected(uri)) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }

  private static boolean isGone(URI uri) {
    try (var socket = connected(uri)) {
      return !socket.isConnected();
    } catch (IOException gone) {
      return true;
    }
  }

  private static Socket connected(URI uri) throws IOException {
    var socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()), 2_000);
    return socket;
  }
}
