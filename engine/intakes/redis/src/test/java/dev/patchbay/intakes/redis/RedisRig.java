package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Intake;
import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;

/** One Redis for a class of tests, empty before each; intakes in a hurry that it closes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisRig {
  static final String STREAM = "requests";
  static final String GROUP = "patchbay";
  static final Pace HURRY =
      new Pace(
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(100),
          Duration.ofMillis(50),
          Duration.ofSeconds(10),
          Duration.ofMillis(500));

  final AtomicReference<Optional<String>> password = new AtomicReference<>(Optional.empty());
  private final List<Intake> intakes = new ArrayList<>();
  private boolean isStarted;
  RedisServer server;
  RedisClient redis;
  FakeHub hub;

  /** Which Redis to run; the one of the brokers module otherwise. */
  Optional<Path> executable() {
    return Optional.empty();
  }

  @BeforeAll
  final void startRedis(@TempDir Path directory) {
    server = new RedisServer(directory, executable());
    redis = server.client();
    isStarted = true;
  }

  @AfterAll
  final void stopRedis() {
    if (isStarted) {
      redis.close();
      server.close();
    }
  }

  @BeforeEach
  final void beginAnew() {
    redis.flushAll();
    hub = new FakeHub();
    password.set(Optional.empty());
  }

  @AfterEach
  final void closeIntakes() {
    hub.open();
    intakes.forEach(Intake::close);
    intakes.clear();
  }

  /** Reads at once. */
  final Intake start(String node, Map<String, String> more) {
    return startAt(server.port(), node, more);
  }

  final Intake start() {
    return start("n1", Map.of());
  }

  final Intake startAt(int port, String node, Map<String, String> more) {
    var settings = new HashMap<>(Map.of("url", "redis://127.0.0.1:" + port, "stream", STREAM));
    settings.putAll(more);
    var context = new IntakeContext("in", node, settings, _ -> password.get(), hub, hub);
    var intake = new RedisIntake(context, RedisSettings.of(settings), HURRY);
    intakes.add(intake);
    intake.start(hub);
    return intake;
  }

  /** Adds entries with ids 1-0, 2-0 and so on. */
  final void add(int from, int to) {
    for (int i = from; i <= to; i++) {
      call(Command.XADD, STREAM, i + "-0", "event", "{\"id\":\"" + i + "\"}");
    }
  }

  /** Their ids. */
  static List<String> ids(int from, int to) {
    var ids = new ArrayList<String>();
    for (int i = from; i <= to; i++) {
      ids.add(i + "-0");
    }
    return ids;
  }

  final void awaitStored(List<String> ids) {
    Eventually.soon().isTrue("stored " + hub.storedIds(), () -> hub.storedIds().equals(ids));
  }

  /** Stored and acknowledged. */
  final void awaitDone(List<String> ids) {
    awaitStored(ids);
    Eventually.soon().isTrue("pending " + pending(), () -> pending() == 0);
  }

  /** Where a takeover may come before what is new or after it. */
  final void awaitDoneInAnyOrder(List<String> ids) {
    Eventually.soon()
        .passes(() -> assertThat(hub.storedIds()).containsExactlyInAnyOrderElementsOf(ids));
    Eventually.soon().isTrue("pending " + pending(), () -> pending() == 0);
  }

  final void awaitIncidents(int count) {
    Eventually.soon().isTrue("incidents", () -> hub.incidents().size() >= count);
  }

  /** Entries that the group took and did not acknowledge. */
  final long pending() {
    return Replies.number(Replies.list(call(Command.XPENDING, STREAM, GROUP)).getFirst());
  }

  /** Names of the group's consumers. */
  final List<String> consumers() {
    return Replies.list(call(Command.XINFO, "CONSUMERS", STREAM, GROUP)).stream()
        .map(info -> Replies.text(Replies.map(info).get("name")))
        .toList();
  }

  /** How long a consumer of the group has done nothing. */
  final Duration idle(String consumer) {
    return Replies.list(call(Command.XINFO, "CONSUMERS", STREAM, GROUP)).stream()
        .map(Replies::map)
        .filter(info -> Replies.text(info.get("name")).equals(consumer))
        .map(info -> Duration.ofMillis(Replies.number(info.get("idle"))))
        .findFirst()
        .orElseThrow();
  }

  /** Reads as a consumer that never acknowledges. */
  final void readAs(String consumer, int count) {
    call(
        Command.XREADGROUP,
        "GROUP",
        GROUP,
        consumer,
        "COUNT",
        Integer.toString(count),
        "STREAMS",
        STREAM,
        ">");
  }

  final void createGroup() {
    call(Command.XGROUP, "CREATE", STREAM, GROUP, "0", "MKSTREAM");
  }

  final Object call(Command command, String... arguments) {
    var line = new CommandArguments(command).addObjects((Object[]) arguments);
    return redis.executeCommand(new CommandObject<>(line, BuilderFactory.RAW_OBJECT));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
