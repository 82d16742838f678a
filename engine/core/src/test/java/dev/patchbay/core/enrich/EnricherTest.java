package dev.patchbay.core.enrich;

import static dev.patchbay.core.event.Sample.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.SteppedClock;
import dev.patchbay.core.enrich.Enriched.Lack;
import dev.patchbay.core.enrich.Enricher.Wanted;
import dev.patchbay.model.connector.ConnectorState;
import dev.patchbay.model.route.Enrichment.WhenUnavailable;
import dev.patchbay.spi.Cause;
import dev.patchbay.spi.service.Fetched;
import dev.patchbay.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnricherTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SteppedClock clock = new SteppedClock();
  private final EnricherRig rig = new EnricherRig(clock);
  private final FakeService users = rig.users;
  private final Enricher enricher = rig.enricher();

  @Test
  void oneCallServesAllRowsThatWantTheSame() {
    users.has("/users/1", "{'name':'Ada'}");
    users.has("/users/2", "{'name':'Bob'}");
    var rows = enricher.enrich(List.of(by("1"), by("2"), by("1"), by("2")));
    assertThat(rows)
        .extracting(row -> row.found().at("/requester/name").asText())
        .containsExactly("Ada", "Bob", "Ada", "Bob");
    assertThat(users.calls()).containsExactlyInAnyOrder("/users/1", "/users/2");
  }

  @Test
  void lanesThatAskAtTheSameTimeShareACall() {
    users.has("/users/1", "{'name':'Ada'}");
    users.dawdles();
    var lanes =
        IntStream.range(0, 5)
            .mapToObj(
                lane -> CompletableFuture.supplyAsync(() -> enricher.enrich(List.of(by("1")))))
            .toList();
    Eventually.soon().passes(() -> assertThat(users.calls()).hasSize(1));
    users.letsGo(10);
    assertThat(lanes)
        .allSatisfy(lane -> assertThat(lane.join().getFirst().found().has("requester")).isTrue());
    assertThat(users.calls()).hasSize(1);
  }

  @Test
  void aServiceGetsEightCallsAtATimeAndNoMore() {
    var rows = IntStream.range(0, 200).mapToObj(i -> by("u" + i)).toList();
    users.dawdles();
    var answer = CompletableFuture.supplyAsync(() -> enricher.enrich(rows));
    Eventually.soon().passes(() -> assertThat(users.calls()).hasSize(8));
    users.letsGo(1_000);
    answer.join();
    assertThat(users.mostAtOnce()).isEqualTo(8);
    assertThat(users.calls()).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void anAnswerIsUsedAgainWhileItIsYoungEnough() {
    users.has("/users/1", "{'name':'Ada'}");
    enricher.enrich(List.of(by("1")));
    clock.advance(Duration.ofSeconds(59));
    enricher.enrich(List.of(by("1")));
    assertThat(users.calls()).hasSize(1);
    enricher.enrich(List.of(kept(Duration.ofSeconds(30), "1")));
    assertThat(users.calls()).hasSize(2);
    clock.advance(MINUTE);
    enricher.enrich(List.of(by("1")));
    assertThat(users.calls()).hasSize(3);
  }

  @Test
  void whatIsNotKeptIsAskedForByEveryBatch() {
    users.has("/users/1", "{'name':'Ada'}");
    enricher.enrich(List.of(kept(Duration.ZERO, "1"), kept(Duration.ZERO, "1")));
    enricher.enrich(List.of(kept(Duration.ZERO, "1")));
    assertThat(users.calls()).hasSize(2);
  }

  @Test
  void whatIsMissingIsAbsentAndSoonAskedForAgain() {
    var missing = enricher.enrich(List.of(by("1"))).getFirst();
    assertThat(missing.found()).isEmpty();
    assertThat(missing.later()).isEmpty();
    assertThat(missing.fault()).isEmpty();
    clock.advance(Duration.ofSeconds(9));
    enricher.enrich(List.of(by("1")));
    assertThat(users.calls()).hasSize(1);
    users.has("/users/1", "{'name':'Ada'}");
    clock.advance(Duration.ofSeconds(2));
    assertThat(enricher.enrich(List.of(by("1"))).getFirst().found()).isNotEmpty();
  }

  @Test
  void anEventThatSaysNothingAsksNobody() {
    var enriched =
        enricher.enrich(List.of(new Wanted(request("e", "{'id':'7'}"), List.of(requester()))));
    assertThat(enriched.getFirst().found()).isEmpty();
    assertThat(enriched.getFirst().later()).isEmpty();
    assertThat(users.calls()).isEmpty();
  }

  @Test
  void anotherEditionOfTheServiceIsAskedAnew() {
    users.has("/users/1", "{'name':'Ada'}");
    enricher.enrich(List.of(by("1")));
    rig.edit();
    enricher.enrich(List.of(by("1")));
    assertThat(users.calls()).hasSize(2);
  }

  @Test
  void aRowWaitsForAServiceThatIsDownOrGoesWithout() {
    users.goesDown();
    var rows = enricher.enrich(List.of(by("1"), without("1")));
    var waits = rows.getFirst().later().orElseThrow();
    assertThat(waits.cause().message()).isEqualTo("Service 'users': " + FakeService.DOWN.message());
    assertThat(waits.pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(rows.getLast().later()).isEmpty();
    assertThat(rows.getLast().fault()).isEmpty();
    assertThat(rows.getLast().lacks()).extracting(Lack::cause).containsExactly(waits.cause());
    assertThat(users.calls()).hasSize(1);
  }

  @Test
  void aPathThatFailsIsLeftInPeaceTwiceAsLongEachTime() {
    users.goesDown();
    enricher.enrich(List.of(by("1")));
    enricher.enrich(List.of(by("1")));
    assertThat(users.calls()).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(pause(by("1"))).isEqualTo(Duration.ofSeconds(2));
    assertThat(users.calls()).hasSize(2);
    clock.advance(Duration.ofSeconds(2));
    users.recovers();
    users.has("/users/1", "{'name':'Ada'}");
    assertThat(enricher.enrich(List.of(by("1"))).getFirst().found()).isNotEmpty();
  }

  @Test
  void aServiceThatFailsAgainAndAgainIsLeftInPeaceAndTriedByOneCall() {
    users.goesDown();
    for (int user = 0; user < EnricherRig.BREAKS_AFTER; user++) {
      enricher.enrich(List.of(by("u" + user)));
    }
    assertThat(rig.states.of("users").state()).isEqualTo(ConnectorState.BREAKER_OPEN);
    assertThat(rig.states.of("users").reason()).contains(FakeService.DOWN.message());
    assertThat(pause(by("other"))).isEqualTo(EnricherRig.STAYS_OPEN);
    assertThat(users.calls()).hasSize(EnricherRig.BREAKS_AFTER);
    clock.advance(EnricherRig.STAYS_OPEN);
    users.recovers();
    users.dawdles();
    var probing =
        CompletableFuture.supplyAsync(
            () -> enricher.enrich(IntStream.range(0, 20).mapToObj(i -> by("v" + i)).toList()));
    Eventually.soon().passes(() -> assertThat(users.calls()).hasSize(EnricherRig.BREAKS_AFTER + 1));
    users.letsGo(100);
    probing.join();
    assertThat(rig.states.of("users").state()).isEqualTo(ConnectorState.UP);
  }

  @Test
  void aBusyServiceIsLeftInPeaceAsLongAsItAsksFor() {
    users.answers(new Fetched.Unavailable(new Cause("busy", "it is busy"), MINUTE));
    assertThat(pause(by("1"))).isEqualTo(MINUTE);
    assertThat(pause(by("2"))).isEqualTo(MINUTE);
    assertThat(users.calls()).hasSize(1);
    assertThat(rig.states.of("users").state()).isEqualTo(ConnectorState.UP);
    users.recovers();
    clock.advance(MINUTE);
    enricher.enrich(List.of(by("2")));
    assertThat(users.calls()).hasSize(2);
  }

  @Test
  void aRefusedCredentialHoldsRowsAndIsTriedNowAndThen() {
    users.answers(new Fetched.CredentialRefused(new Cause("forbidden", "it wants another key")));
    assertThat(pause(by("1"))).isEqualTo(MINUTE);
    assertThat(rig.states.of("users").state()).isEqualTo(ConnectorState.CREDENTIAL_REFUSED);
    assertThat(rig.states.of("users").reason()).contains("it wants another key");
    users.recovers();
    users.has("/users/2", "{}");
    clock.advance(MINUTE);
    assertThat(enricher.enrich(List.of(by("2"))).getFirst().lacks()).isEmpty();
    assertThat(rig.states.of("users").state()).isEqualTo(ConnectorState.UP);
  }

  @Test
  void aRequestThatTheServiceRefusesIsAFaultOfTheRow() {
    users.answers(new Fetched.Refused(new Cause("bad-request", "it takes no such id")));
    var enriched = enricher.enrich(List.of(by("1"))).getFirst();
    assertThat(enriched.fault().orElseThrow().message())
        .isEqualTo(
            "Service 'users': it takes no such id Correct the path of the enrichment, then retry"
                + " the delivery.");
  }

  @Test
  void aValueThatCannotStandInAPathIsAFaultOfTheRow() {
    var enriched = enricher.enrich(List.of(by(".."))).getFirst();
    assertThat(enriched.fault().orElseThrow().message())
        .contains("'requester'", "'users'", "/data/requester")
        .doesNotContain("..");
    assertThat(users.calls()).isEmpty();
  }

  @Test
  void aServiceThatIsNotThereMakesRowsWait() {
    rig.close();
    assertThat(enricher.enrich(List.of(by("1"))).getFirst().later().orElseThrow().cause().message())
        .contains("there is no service 'users'");
  }

  @Test
  void anAnswerThatNobodyCanReadIsAsGoodAsNone() {
    users.has("/users/1", "{'a':1,'a':2}");
    users.has("/users/2", "[".repeat(100) + "]".repeat(100));
    var rows = enricher.enrich(List.of(by("1"), by("2")));
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row.later().orElseThrow().cause().code())
                    .isEqualTo("unreadable-answer"));
  }

  @Test
  void anExceptionOfThePluginIsAsGoodAsNoAnswer() {
    users.breaks();
    assertThat(enricher.enrich(List.of(by("1"))).getFirst().later().orElseThrow().cause().message())
        .contains("'users'", "see the server's log")
        .doesNotContain("a bug");
  }

  @Test
  void aBatchDoesNotWaitLongAndFindsTheLateAnswerNextTime() {
    users.has("/users/1", "{'name':'Ada'}");
    users.dawdles();
    var never = kept(Duration.ZERO, "1");
    var impatient = rig.impatient(Duration.ofMillis(200));
    var late = impatient.enrich(List.of(never, without("1")));
    assertThat(late.getFirst().later().orElseThrow().cause().code()).isEqualTo("late");
    assertThat(late.getLast().later()).isEmpty();
    users.letsGo(1);
    Eventually.soon()
        .passes(() -> assertThat(impatient.known(never).found().has("requester")).isTrue());
    assertThat(users.calls()).hasSize(1);
  }

  @Test
  void whatWasNotBegunInTimeIsNotBegunLater() {
    users.dawdles();
    var rows = IntStream.range(0, 20).mapToObj(i -> by("u" + i)).toList();
    var impatient = rig.impatient(Duration.ofMillis(200));
    assertThat(impatient.enrich(rows)).allSatisfy(row -> assertThat(row.later()).isPresent());
    users.letsGo(100);
    Eventually.soon().passes(() -> assertThat(users.running()).isZero());
    assertThat(users.calls()).hasSizeBetween(1, 8);
    Eventually.soon()
        .passes(
            () ->
                assertThat(impatient.enrich(rows))
                    .allSatisfy(row -> assertThat(row.later()).isEmpty()));
    assertThat(users.calls()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void memoryIsBoundedByTheSizeOfAnswers() {
    var large = "'" + "x".repeat(1 << 20) + "'";
    for (int i = 0; i < 40; i++) {
      users.has("/users/u" + i, large);
    }
    var rows = IntStream.range(0, 40).mapToObj(i -> by("u" + i)).toList();
    rows.forEach(row -> enricher.enrich(List.of(row)));
    long kept = rows.stream().filter(row -> !enricher.known(row).found().isEmpty()).count();
    assertThat(kept).isBetween(15L, 31L);
  }

  @Test
  void nodesShareWhatOneOfThemFetched() {
    users.has("/users/1", "{'name':'Ada'}");
    var cache = new MapCache();
    rig.enricher(cache).enrich(List.of(by("1"), by("2")));
    var other = rig.enricher(cache).enrich(List.of(by("1"), by("2")));
    assertThat(other.getFirst().found().at("/requester/name").asText()).isEqualTo("Ada");
    assertThat(other.getLast().later()).isEmpty();
    assertThat(users.calls()).hasSize(2);
    assertThat(rig.shared.keySet()).allSatisfy(key -> assertThat(key).doesNotContain("users"));
    clock.advance(MINUTE);
    rig.enricher(cache).enrich(List.of(by("1")));
    assertThat(users.calls()).hasSize(3);
  }

  @Test
  void nonsenseInTheSharedCacheIsNotBelieved() {
    users.has("/users/1", "{'name':'Ada'}");
    var cache = new MapCache();
    rig.enricher(cache).enrich(List.of(by("1")));
    for (var nonsense : List.of("", "x", "\u0001........{", "\u0007........{}")) {
      rig.shared.replaceAll((_, _) -> nonsense.getBytes(StandardCharsets.UTF_8));
      var found = rig.enricher(cache).enrich(List.of(by("1"))).getFirst().found();
      assertThat(found.at("/requester/name").asText()).isEqualTo("Ada");
    }
  }

  private final class MapCache implements SharedCache {
    @Override
    public Optional<byte[]> find(String key) {
      return Optional.ofNullable(rig.shared.get(key));
    }

    @Override
    public void keep(String key, byte[] value, Duration life) {
      assertThat(life).isPositive();
      rig.shared.put(key, value);
    }
  }

  private Duration pause(Wanted wanted) {
    return enricher.enrich(List.of(wanted)).getFirst().later().orElseThrow().pause();
  }

  private static Wanted by(String user) {
    return wanted(user, requester());
  }

  private static Wanted without(String user) {
    return wanted(user, requester(WhenUnavailable.DELIVER_WITHOUT, MINUTE));
  }

  private static Wanted kept(Duration keep, String user) {
    return wanted(user, requester(WhenUnavailable.WAIT, keep));
  }

  private static Wanted wanted(String user, CompiledEnrichment enrichment) {
    return new Wanted(
        request("e", "{'id':'7','requester':'" + user + "'}"),
        Collections.singletonList(enrichment));
  }

  private static CompiledEnrichment requester() {
    return requester(WhenUnavailable.WAIT, MINUTE);
  }

  private static CompiledEnrichment requester(WhenUnavailable policy, Duration keep) {
    return new CompiledEnrichment(
        "requester", "users", PathTemplate.parse("/users/{/data/requester}"), policy, keep);
  }
}
