package dev.patchbay.core.delivery.lane;

import static dev.patchbay.model.delivery.DeliveryState.DEAD;
import static dev.patchbay.model.delivery.DeliveryState.DELIVERED;
import static dev.patchbay.model.delivery.DeliveryState.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.row.FoldedLastRows;
import dev.patchbay.core.enrich.CompiledEnrichment;
import dev.patchbay.core.enrich.FakeService;
import dev.patchbay.core.enrich.PathTemplate;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.Cell;
import dev.patchbay.spi.Outcome;
import dev.patchbay.spi.Row;
import dev.patchbay.spi.WriteMode;
import dev.patchbay.spi.service.Fetched;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lanes whose rows lack what a service has to say first. */
class EnrichedLaneTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LaneHarness lane = harness(WriteMode.UPSERT, WhenUnavailable.WAIT);
  private final FakeService users = lane.rig.users;

  private static LaneHarness harness(WriteMode mode, WhenUnavailable policy) {
    var enrichment =
        new CompiledEnrichment(
            "b", "users", PathTemplate.parse("/users/{/data/user}"), policy, MINUTE);
    return new LaneHarness(mode, List.of(enrichment));
  }

  @Test
  void whatWasFetchedStandsInTheRow() {
    users.has("/users/1", "'Ada'");
    lane.event("k", 1, Map.of("user", "1"));
    lane.settle();
    assertThat(lane.target.sent().getLast().rows().getFirst().cells())
        .containsEntry("b", new Cell.Text("Ada"));
  }

  @Test
  void aWaitingRowHoldsBackItsOwnKeyOnly() {
    users.has("/users/1", "'Ada'");
    lane.event("warm", 1, Map.of("user", "1"));
    lane.settle();
    users.goesDown();
    var first = lane.event("k", 1, Map.of("user", "2"));
    var follower = lane.event("k", 2, Map.of("user", "1"));
    var plain = lane.event("k", 3, Map.of("a", "asks for nothing"));
    var other = lane.event("l", 1, Map.of("user", "1"));
    var rest = lane.settle();
    assertThat(List.of(state(first), state(follower), state(plain), state(other)))
        .containsExactly(PENDING, PENDING, PENDING, DELIVERED);
    assertThat(lane.lanes.causeOf(lane.lane, first)).contains("'users'");
    assertThat(lane.lanes.causeOf(lane.lane, follower)).isNull();
    assertThat(rest.time()).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void laterRowsOfAKeyNeverOvertakeTheOneThatWaits() {
    var appending = harness(WriteMode.APPEND, WhenUnavailable.WAIT);
    appending.rig.users.goesDown();
    for (int version = 1; version <= 6; version++) {
      appending.event("k", version, version % 3 == 1 ? user(version) : plain(version));
      appending.event("l", version, plain(version));
    }
    appending.settle();
    assertThat(appending.sentKeys()).containsExactly(List.of("l", "l", "l", "l", "l", "l"));
    appending.rig.users.recovers();
    appending.rig.users.has("/users/1", "'one'");
    appending.clock.advance(Duration.ofSeconds(1));
    appending.settle();
    appending.clock.advance(MINUTE);
    appending.settle();
    var sent =
        appending.target.rows().stream()
            .flatMap(List::stream)
            .filter(row -> row.key().equals("k"))
            .map(row -> row.cells().get("a"))
            .toList();
    assertThat(sent)
        .extracting(cell -> ((Cell.Text) cell).value())
        .containsExactly("1", "2", "3", "4", "5", "6");
  }

  private static Map<String, String> user(int version) {
    return Map.of("a", Integer.toString(version), "user", Integer.toString(version));
  }

  private static Map<String, String> plain(int version) {
    return Map.of("a", Integer.toString(version));
  }

  @Test
  void waitingCostsNoTry() {
    users.goesDown();
    var seq = lane.event("k", 1, Map.of("user", "1"));
    for (var look = 0; look < 20; look++) {
      lane.settle();
      lane.clock.advance(MINUTE);
    }
    assertThat(state(seq)).isEqualTo(PENDING);
    users.recovers();
    users.has("/users/1", "'Ada'");
    lane.clock.advance(MINUTE);
    lane.settle();
    assertThat(state(seq)).isEqualTo(DELIVERED);
    assertThat(lane.attempts()).containsExactly("APPLIED");
  }

  @Test
  void aRowThatMayGoWithoutGoesAndLeavesItsColumnAlone() {
    var lenient = harness(WriteMode.UPSERT, WhenUnavailable.DELIVER_WITHOUT);
    lenient.rig.users.goesDown();
    var seq = lenient.event("k", 1, Map.of("a", "x", "user", "1"));
    lenient.settle();
    assertThat(lenient.state(seq)).isEqualTo(DELIVERED);
    assertThat(lenient.target.sent().getLast().rows().getFirst().cells())
        .containsKey("a")
        .doesNotContainKey("b");
  }

  @Test
  void aRowThatTheServiceRefusesIsParkedAndItsKeyGoesOn() {
    users.answers(new Fetched.Refused(new Cause("bad-request", "it takes no such id.")));
    var bad = lane.event("k", 1, Map.of("user", "1"));
    var good = lane.event("k", 2, Map.of("a", "x"));
    lane.settle();
    assertThat(List.of(state(bad), state(good))).containsExactly(DEAD, DELIVERED);
    assertThat(lane.lanes.causeOf(lane.lane, bad)).startsWith("Service 'users': it takes no");
  }

  @Test
  void aRowAtFaultIsStillFoundAmongRowsThatWait() {
    users.has("/users/1", "'Ada'");
    lane.event("warm", 1, Map.of("user", "1"));
    lane.settle();
    users.goesDown();
    for (var batch = 0; batch < 10; batch++) {
      lane.target.willAnswer(
          sent ->
              sent.rows().stream().anyMatch(row -> row.key().equals("bad"))
                  ? new Outcome.Rejected(FakeService.DOWN, List.of())
                  : new Outcome.Applied("sheet"));
    }
    var waits = lane.event("w", 1, Map.of("user", "2"));
    var good = lane.event("k", 1, Map.of("user", "1"));
    var bad = lane.event("bad", 1, Map.of("user", "1"));
    var alsoWaits = lane.event("v", 1, Map.of("user", "3"));
    var alsoGood = lane.event("l", 1, Map.of("user", "1"));
    lane.settle();
    assertThat(List.of(state(waits), state(good), state(bad), state(alsoWaits), state(alsoGood)))
        .containsExactly(PENDING, DELIVERED, DEAD, PENDING, DELIVERED);
    users.recovers();
    lane.clock.advance(MINUTE);
    lane.settle();
    assertThat(List.of(state(waits), state(alsoWaits))).containsExactly(DELIVERED, DELIVERED);
  }

  @Test
  void aLeaseThatIsLostDuringAFetchChangesNothing() {
    users.goesDown();
    var seq = lane.event("k", 1, Map.of("user", "1"));
    lane.lanes.lane(lane.lane).fence++;
    while (lane.step() instanceof Next.Again) {}
    assertThat(state(seq)).isEqualTo(PENDING);
    assertThat(lane.lanes.causeOf(lane.lane, seq)).isNull();
  }

  @Test
  void aRowThatIsMadeAnewHasWhatTheServiceSaysNow() {
    users.has("/users/1", "'Ada'");
    lane.event("k", 1, Map.of("a", "x", "user", "1"));
    lane.settle();
    users.has("/users/1", "'Ada L.'");
    lane.clock.advance(MINUTE);
    assertThat(lastRow().cells()).containsEntry("b", new Cell.Text("Ada L."));
    users.goesDown();
    lane.clock.advance(MINUTE);
    assertThat(lastRow().cells()).containsKey("a").doesNotContainKey("b");
  }

  private Row lastRow() {
    var target = lane.ports.targets().of(1).orElseThrow();
    var rows = new FoldedLastRows(lane.ports, lane.lane, target).byKey(Set.of("k"));
    return rows.values().iterator().next();
  }

  private dev.patchbay.model.delivery.DeliveryState state(long seq) {
    return lane.state(seq);
  }
}
