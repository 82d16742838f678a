package dev.patchbay.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeHub;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:05:00Z");

  private final FakeHub hub = new FakeHub(100, NOW);
  private final Transport transport = new Transport(hub.uri(), FakeHub.KEY);
  private final List<LiveEvent> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    transport.close();
    hub.close();
  }

  private EventStream follow(Duration longestSilence) {
    var stream = new EventStream(transport, longestSilence);
    stream.start(seen::add);
    return stream;
  }

  private EventStream follow() {
    var stream = follow(Duration.ofMinutes(1));
    eventually("it follows", () -> seen.contains(new LiveEvent.Connected()));
    return stream;
  }

  private static void eventually(String what, Callable<Boolean> state) {
    Eventually.soon().isTrue(what, state);
  }

  private List<LiveEvent> content() {
    return seen.stream()
        .filter(event -> !(event instanceof LiveEvent.Connected))
        .filter(event -> !(event instanceof LiveEvent.Disconnected))
        .toList();
  }

  @Test
  void tellsEveryKindOfEventInOrder() {
    try (var _ = follow()) {
      var delivery = hub.deliveries.summary(91);
      var connector = hub.connectors.turn("archive", ConnectorState.UP);
      var counts = hub.deliveries.counts();
      hub.stream.send("delivery", delivery);
      hub.stream.send("connector", connector);
      hub.stream.send("counts", counts);
      hub.stream.send("invention", "of a later version");
      hub.stream.send("lagging", 12);
      eventually("four are understood", () -> content().size() == 4);
      assertThat(content())
          .containsExactly(
              new LiveEvent.DeliveryChanged(delivery),
              new LiveEvent.ConnectorChanged(connector),
              new LiveEvent.CountsChanged(counts),
              new LiveEvent.Lagging());
    }
  }

  @Test
  void resumesBehindTheLastEventItSawAndMissesNone() {
    try (var _ = follow()) {
      hub.stream.send("delivery", hub.deliveries.summary(1));
      eventually("the first is there", () -> content().size() == 1);
      hub.stream.breakAll();
      hub.stream.send("delivery", hub.deliveries.summary(2));
      eventually("the second is there", () -> content().size() == 2);
      assertThat(hub.stream.resumedFrom).containsExactly("none", "1");
      assertThat(content().getLast())
          .isEqualTo(new LiveEvent.DeliveryChanged(hub.deliveries.summary(2)));
    }
  }

  @Test
  void aRestartOfTheHubIsABreakAndNotTheEnd() {
    try (var _ = follow()) {
      hub.stop();
      eventually(
          "the break is told",
          () -> seen.stream().anyMatch(event -> event instanceof LiveEvent.Disconnected));
      hub.startAgain();
      hub.stream.send("lagging", 1);
      eventually("it follows again", () -> connected() == 2);
    }
  }

  private long connected() {
    return seen.stream().filter(new LiveEvent.Connected()::equals).count();
  }

  @Test
  void aLinkThatFellSilentIsNoticed() {
    try (var _ = follow(Duration.ofMillis(200))) {
      eventually("it connects again by itself", () -> hub.stream.resumedFrom.size() >= 2);
      assertThat(seen).anyMatch(event -> event instanceof LiveEvent.Disconnected);
    }
  }

  @Test
  void aRefusedKeyIsToldAsSuch() {
    transport.useKey("pb_wrong");
    try (var _ = follow(Duration.ofMinutes(1))) {
      eventually("it is refused", () -> !seen.isEmpty());
      assertThat(seen.getFirst())
          .isInstanceOfSatisfying(
              LiveEvent.Disconnected.class,
              broken -> assertThat(broken.why()).isInstanceOf(Failure.LoggedOut.class));
      transport.useKey(FakeHub.KEY);
      eventually("a new key continues", () -> seen.contains(new LiveEvent.Connected()));
    }
  }

  @Test
  void theRefusalOfAKeyThatIsReplacedByNowIsNotToldOfTheNewOne() {
    hub.acceptOnly("pb_second");
    hub.beforeRefusal(() -> transport.useKey("pb_second"));
    try (var _ = follow(Duration.ofMinutes(1))) {
      eventually("the new key is used", () -> seen.contains(new LiveEvent.Connected()));
      assertThat(seen.getFirst())
          .isInstanceOfSatisfying(
              LiveEvent.Disconnected.class,
              broken -> assertThat(broken.why()).isInstanceOf(Failure.Unreachable.class));
    }
  }

  @Test
  void closedItStaysClosed() {
    var stream = follow();
    stream.close();
    int connections = hub.stream.resumedFrom.size();
    hub.stream.breakAll();
    eventually("nobody follows", () -> hub.stream.followers() == 0);
    assertThat(hub.stream.resumedFrom).hasSize(connections);
  }
}
