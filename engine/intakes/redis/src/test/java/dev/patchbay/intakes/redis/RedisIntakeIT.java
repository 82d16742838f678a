package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.IntakeHealth;
import dev.patchbay.spi.intake.IntakeHealth.State;
import dev.patchbay.spi.intake.RawEvent;
import dev.patchbay.testkit.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** What an intake does on a quiet day, against a real Redis. */
class RedisIntakeIT extends RedisRig {
  @Test
  void bringsAllEventsOnceAndInOrder() {
    add(1, 60);

    start("n1", Map.of("batch", "25"));
    awaitDone(ids(1, 60));
    add(61, 63);

    awaitDone(ids(1, 63));
    assertThat(hub.brought()).hasSizeGreaterThan(3).allMatch(batch -> batch.size() <= 25);
    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void acknowledgesOnlyWhatIsStored() {
    add(1, 30);
    hub.hold();

    start("n1", Map.of("batch", "10"));
    Eventually.soon().isTrue("brought", () -> hub.brought().size() == 1);

    assertThat(pending()).isEqualTo(10);
    assertThat(hub.find(STREAM)).isEmpty();
    hub.open();
    awaitDone(ids(1, 30));
    Eventually.soon().passes(() -> assertThat(hub.find(STREAM)).hasValue("30-0"));
  }

  @Test
  void bringsTheSameBatchAgainAndReadsNothingMeanwhile() {
    add(1, 30);
    hub.refuse();

    var intake = start("n1", Map.of("batch", "10"));
    Eventually.soon().isTrue("brought again", () -> hub.brought().size() >= 3);

    assertThat(hub.brought()).allMatch(batch -> batch.equals(hub.brought().getFirst()));
    assertThat(pending()).isEqualTo(10);
    Eventually.soon()
        .passes(
            () ->
                assertThat(intake.health())
                    .isEqualTo(
                        new IntakeHealth(
                            State.HELD_BACK, "the database is gone", OptionalLong.of(30))));
    hub.open();
    awaitDone(ids(1, 30));
    Eventually.soon()
        .passes(() -> assertThat(intake.health()).isEqualTo(IntakeHealth.up(OptionalLong.of(0))));
  }

  @Test
  void readsEventsInBinaryModeAndWhatIsNoEventAtAll() {
    call(Command.XADD, STREAM, "1-0", "ce_id", "7", "ce_type", "t", "data", "{}");
    call(Command.XADD, STREAM, "2-0", "colour", "blue", "size", "2");

    start();
    awaitDone(ids(1, 2));

    assertThat(hub.stored().getFirst()).isInstanceOf(RawEvent.Binary.class);
    assertThat(hub.stored().getLast())
        .isInstanceOfSatisfying(
            RawEvent.Structured.class,
            event -> {
              assertThat(event.position()).isEqualTo("requests@2-0");
              assertThat(event.body()).isEqualTo(bytes("colour=blue\nsize=2\n"));
            });
  }

  @Test
  void copiesRefusedEntriesWithTheReasons() {
    add(1, 3);
    hub.quarantine(event -> FakeHub.id(event).equals("2-0"));

    start("n1", Map.of("refused-stream", "refused"));
    awaitDone(ids(1, 3));

    var refused = Replies.list(call(Command.XRANGE, "refused", "-", "+"));
    assertThat(refused).hasSize(1);
    assertThat(texts(Replies.list(refused.getFirst()).getLast()))
        .isEqualTo(
            Map.of(
                "event", "{\"id\":\"2\"}",
                "refused-status", "QUARANTINED",
                "refused-reasons", "no subject\nno time",
                "refused-position", "requests@2-0"));
  }

  @Test
  void bringsWhatItReadInAnEarlierLifeFirst() {
    add(1, 5);
    createGroup();
    readAs("n1", 3);

    start("n1", Map.of("batch", "2"));

    awaitDone(ids(1, 5));
  }

  @Test
  void takesOverWhatADeadNodeLeft() {
    add(1, 5);
    createGroup();
    readAs("dead", 3);

    start("n1", Map.of("claim-after", "1"));
    awaitDoneInAnyOrder(ids(1, 5));

    assertThat(hub.incidents()).isEmpty();
    Eventually.soon().passes(() -> assertThat(hub.find(STREAM)).hasValue("5-0"));
  }

  @Test
  void leavesWhatAnotherNodeIsStillAt() {
    add(1, 5);
    createGroup();
    readAs("busy", 3);

    start("n1", Map.of("claim-after", "3600"));

    awaitStored(ids(4, 5));
    Eventually.soon().isTrue("only its own is acknowledged", () -> pending() == 3);
  }

  @Test
  void forgetsConsumersThatAreGoneAndHoldNothing() {
    add(1, 2);
    createGroup();
    readAs("dead", 1);
    readAs("holding", 1);
    call(Command.XACK, STREAM, GROUP, "1-0");
    Eventually.soon().isTrue("it is dead", () -> idle("dead").compareTo(HURRY.deadAfter()) > 0);

    start("n1", Map.of("claim-after", "3600"));

    Eventually.soon()
        .passes(() -> assertThat(consumers()).containsExactlyInAnyOrder("n1", "holding"));
  }

  @Test
  void sharesAStreamWithOtherNodes() {
    add(1, 200);

    start("n1", Map.of("batch", "10"));
    start("n2", Map.of("batch", "10"));

    Eventually.soon()
        .passes(() -> assertThat(hub.storedIds()).containsExactlyInAnyOrderElementsOf(ids(1, 200)));
  }

  @Test
  void countsWhatIsLeftToRead() {
    add(1, 25);
    hub.hold();
    var intake = start("n1", Map.of("batch", "10"));

    Eventually.soon()
        .passes(() -> assertThat(intake.health().lag()).isEqualTo(OptionalLong.of(25)));
  }

  @Test
  void estimatesWhatIsLeftToReadIfItIsMuch() {
    add(1, 1_500);
    hub.hold();
    var intake = start("n1", Map.of("batch", "10"));

    Eventually.soon()
        .passes(() -> assertThat(intake.health().lag()).isEqualTo(OptionalLong.of(1_500)));
  }

  @Test
  void waitsForTheHubsAnswerWhenItCloses() throws InterruptedException {
    add(1, 5);
    hub.hold();
    var intake = start();
    Eventually.soon().isTrue("brought", () -> hub.brought().size() == 1);

    var closing = Thread.ofVirtual().start(intake::close);
    assertThat(closing.join(Duration.ofMillis(300))).isFalse();
    hub.open();

    assertThat(closing.join(Duration.ofSeconds(8))).isTrue();
    assertThat(pending()).isZero();
    assertThat(consumers()).isEmpty();
  }

  @Test
  void leavesWhatIsNotStoredToOthersWhenItCloses() {
    add(1, 5);
    hub.refuse();
    var intake = start();
    Eventually.soon().isTrue("brought", () -> !hub.brought().isEmpty());

    intake.close();

    assertThat(pending()).isEqualTo(5);
    assertThat(consumers()).containsExactly("n1");
  }

  @Test
  void closesSoonWhileItWaitsForEvents() throws InterruptedException {
    var intake = start();
    Eventually.soon().isTrue("up", () -> intake.health().state() == State.UP);

    var closing = Thread.ofVirtual().start(intake::close);

    assertThat(closing.join(Duration.ofSeconds(4))).isTrue();
    assertThat(consumers()).isEmpty();
  }

  private static Map<String, String> texts(Object fields) {
    return Replies.map(fields).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> Replies.text(field.getValue())));
  }
}
