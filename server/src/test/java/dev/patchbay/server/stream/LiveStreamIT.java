package dev.patchbay.server.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.connector.ConnectorView;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.server.rig.LiveListener;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code GET /events/stream}. */
@ExtendWith(SharedHub.class)
class LiveStreamIT {
  private final Workplace work;

  LiveStreamIT(Workplace work) {
    this.work = work.opened();
  }

  @Test
  void itTellsWhatChanges() {
    var support = work.hub().as(Role.SUPPORT);
    try (var live = LiveListener.open(work.hub().as(Role.VIEWER), null)) {
      work.post(List.of(work.event("live", "t", "x")));
      live.await("counts");
      work.await(DeliveryState.DEAD, 1);
      var dead =
          live.await(
              "delivery",
              d ->
                  d.path("route").asText().equals(work.name())
                      && d.path("state").asText().equals("DEAD"));
      assertThat(dead.data().path("key").asText()).isEqualTo("live");

      support.post("/connectors/" + work.name() + "/pause").as(200, ConnectorView.class);
      live.await(
          "connector",
          c ->
              c.path("name").asText().equals(work.name())
                  && c.path("state").asText().equals("PAUSED"));

      var filter = new DeliveryFilter(null, work.name(), null, null, null, null);
      var run =
          support
              .post("/bulk-retries", new BulkRetryDraft(filter, null, null))
              .as(201, BulkRetryView.class);
      live.await(
          "bulk-retry",
          r -> r.path("id").asText().equals(run.id()) && r.path("retried").asInt() == 1);
    }
  }

  @Test
  void whoComesBackGetsWhatHeMissed() {
    var viewer = work.hub().as(Role.VIEWER);
    try (var stays = LiveListener.open(viewer, null)) {
      work.post(List.of(work.event("0", "t")));
      var last = Objects.requireNonNull(stays.await("counts").id());
      work.post(List.of(work.event("1", "t"), work.event("2", "t")));
      work.await(DeliveryState.DELIVERED, 3);
      stays.await("delivery", d -> d.path("key").asText().equals("2"));
      var missed = stays.events().stream().dropWhile(e -> !last.equals(e.id())).skip(1).toList();
      try (var returns = LiveListener.open(viewer, last)) {
        returns.await("delivery", d -> d.path("key").asText().equals("2"));
        Eventually.soon().passes(() -> assertThat(returns.events()).containsAll(missed));
        assertThat(returns.events()).startsWith(missed.getFirst());
      }
    }
  }

  @Test
  void whoseLastEventIsUnknownIsToldToStartAfresh() {
    for (var id : List.of("00000000-5", "nonsense", "-", "ffffffffffffffff-x")) {
      try (var live = LiveListener.open(work.hub().as(Role.VIEWER), id)) {
        assertThat(live.await("lagging").data().path("missed").isNull()).isTrue();
      }
    }
  }

  @Test
  void aFloodIsCappedAndSaysSo() {
    try (var live = LiveListener.open(work.hub().as(Role.VIEWER), null)) {
      work.post(IntStream.range(0, 450).mapToObj(i -> work.event("" + i, "t")).toList());
      work.await(DeliveryState.DELIVERED, 450);

      var lagging = live.await("lagging");

      assertThat(lagging.data().path("missed").isNull()).isTrue();
      assertThat(mostBetweenCounts(live.events())).isBetween(100, 200);
    }
  }

  /** Deliveries of the second that had most. */
  private static int mostBetweenCounts(List<LiveListener.Heard> events) {
    int most = 0;
    int now = 0;
    for (var event : events) {
      now = event.name().equals("delivery") ? now + 1 : event.name().equals("counts") ? 0 : now;
      most = Math.max(most, now);
    }
    return most;
  }

  @Test
  void itEndsInOrderWhenTheHubStops() {
    var before = work.hub().log().text().length();
    try (var live = LiveListener.open(work.hub().as(Role.VIEWER), null)) {
      work.hub().restart();
      live.awaitEnd();
    }
    assertThat(work.hub().log().text().substring(before)).doesNotContain("does not close");
  }

  @Test
  void aClientThatGoesAwayIsNoError() {
    var before = work.hub().log().text().length();
    LiveListener.open(work.hub().as(Role.VIEWER), null).close();
    try (var live = LiveListener.open(work.hub().as(Role.VIEWER), null)) {
      for (int i = 0; i < 3; i++) {
        work.post(List.of(work.event("" + i, "t")));
        var key = "" + i;
        live.await("delivery", d -> d.path("key").asText().equals(key));
      }
    }
    assertThat(work.hub().log().text().substring(before)).doesNotContain("Exception");
  }
}
