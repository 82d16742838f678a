package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.IntakeContext;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.spi.publish.EventPublisher;
import dev.patchbay.spi.publish.OutgoingEvent;
import dev.patchbay.spi.publish.Published;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.Fault;
import dev.patchbay.testkit.TcpFaultProxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** The hub's own events on their way to a real Redis. */
class RedisPublisherIT extends RedisRig {
  private static final String RESULTS = "results";

  @Test
  void hasNoneWithoutAStreamToWriteTo() {
    assertThat(publisher(server.port(), Map.of("result-stream", " "))).isEmpty();
  }

  @Test
  void addsEventsThatAnIntakeReadsAsTheyAre() {
    try (var publisher = publisher()) {
      assertThat(publisher.publish(events("a", "b"))).isEqualTo(new Published.Done());
      assertThat(publisher.publish(events("c"))).isEqualTo(new Published.Done());
    }
    start("n2", Map.of("stream", RESULTS));
    Eventually.soon().isTrue("read " + hub.stored(), () -> hub.stored().size() == 3);

    assertThat(hub.stored())
        .extracting(
            event -> new String(((RawEvent.Structured) event).body(), StandardCharsets.UTF_8))
        .containsExactly("{\"id\":\"a ü\"}", "{\"id\":\"b ü\"}", "{\"id\":\"c ü\"}");
  }

  @Test
  void neverShortensTheStream() {
    call(Command.XADD, RESULTS, "1-0", "event", "{}");
    try (var publisher = publisher()) {
      publisher.publish(events("a"));
    }
    assertThat(length()).isEqualTo(2);
  }

  @Test
  void losesNothingWhenRedisIsKilledAndComesBack() {
    try (var publisher = publisher()) {
      publisher.publish(events("a"));
      redis.close();
      server.kill();
      var away = publisher.publish(events("b"));
      server.startAgain();
      redis = server.client();

      assertThat(reason(away))
          .startsWith("Redis at 127.0.0.1:" + server.port() + " cannot be reached");
      assertThat(publisher.publish(events("b"))).isEqualTo(new Published.Done());
    }
    assertThat(length()).isEqualTo(2);
  }

  @Test
  void saysThatTheKeyIsNoStreamAndAddsNothing() {
    redis.set(RESULTS, "text");
    try (var publisher = publisher()) {
      var refused = publisher.publish(events("a", "b"));
      assertThat(reason(refused)).contains("something else than a stream");
      assertThat(((Published.NotDone) refused).pause()).isPositive();
    }
    assertThat(redis.get(RESULTS)).isEqualTo("text");
  }

  @Test
  void saysThatAUserMayNotWriteThere() {
    call(Command.ACL, "SETUSER", "hub", "on", ">secret", "~" + STREAM, "+@all");
    password.set(Optional.of("secret"));
    try (var publisher =
        publisher(server.port(), Map.of("result-stream", RESULTS, "user", "hub")).orElseThrow()) {
      assertThat(reason(publisher.publish(events("a"))))
          .contains("does not let this user do what it needs")
          .doesNotContain("secret");
    }
    assertThat(redis.exists(RESULTS)).isFalse();
  }

  @Test
  void isNotDoneWhenTheAnswerIsLost() {
    try (var proxy = TcpFaultProxy.to(server.port());
        var publisher = publisher(proxy.port(), Map.of("result-stream", RESULTS)).orElseThrow()) {
      proxy.inject(new Fault.ResetAfter(Fault.Direction.ANSWER, 8));
      assertThat(publisher.publish(events("a"))).isInstanceOf(Published.NotDone.class);
      proxy.heal();
      assertThat(publisher.publish(events("a"))).isEqualTo(new Published.Done());
    }
    assertThat(length()).isBetween(1L, 2L);
  }

  @Test
  void breaksOffWhenItIsClosed() {
    call(Command.CLIENT, "PAUSE", "30000", "WRITE");
    try {
      var publisher = publisher();
      var publishing = CompletableFuture.supplyAsync(() -> publisher.publish(events("a")));
      Eventually.soon().isTrue("waits", () -> redis.info("clients").contains("blocked_clients:1"));

      publisher.close();

      assertThat(publishing.orTimeout(4, TimeUnit.SECONDS).join())
          .isInstanceOf(Published.NotDone.class);
      assertThat(publisher.publish(events("a"))).isInstanceOf(Published.NotDone.class);
    } finally {
      call(Command.CLIENT, "UNPAUSE");
    }
  }

  private EventPublisher publisher() {
    return publisher(server.port(), Map.of("result-stream", RESULTS)).orElseThrow();
  }

  private Optional<EventPublisher> publisher(int port, Map<String, String> more) {
    var settings = new HashMap<>(Map.of("url", "redis://127.0.0.1:" + port, "stream", STREAM));
    settings.putAll(more);
    return new RedisIntakeType()
        .publisher(new IntakeContext("in", "n1", settings, _ -> password.get(), hub, hub));
  }

  private static List<OutgoingEvent> events(String... ids) {
    return List.of(ids).stream()
        .map(id -> new OutgoingEvent(id, "key", bytes("{\"id\":\"" + id + " ü\"}")))
        .toList();
  }

  private long length() {
    return redis.xlen(RESULTS);
  }

  private static String reason(Published published) {
    return ((Published.NotDone) published).cause().message();
  }
}
