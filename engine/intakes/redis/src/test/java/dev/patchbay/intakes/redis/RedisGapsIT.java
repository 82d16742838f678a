package dev.patchbay.intakes.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.spi.intake.Incident;
import dev.patchbay.spi.intake.Incident.Kind;
import dev.patchbay.testkit.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Gaps are never silent, and what is no gap alarms nobody; against a real Redis. */
class RedisGapsIT extends RedisRig {
  @Test
  void reportsItsOwnPendingEntriesThatWereTrimmed() {
    add(1, 6);
    createGroup();
    readAs("n1", 4);
    call(Command.XTRIM, STREAM, "MAXLEN", "4");

    start();

    awaitDone(ids(3, 6));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.TRIMMED_WHILE_PENDING);
    assertThat(onlyIncident().detail()).contains("1-0, 2-0.").doesNotContain("3-0");
  }

  @Test
  void reportsPendingEntriesOfADeadNodeThatWereTrimmed() {
    add(1, 6);
    createGroup();
    readAs("dead", 4);
    call(Command.XDEL, STREAM, "2-0");

    start("n1", Map.of("claim-after", "1"));

    awaitDoneInAnyOrder(List.of("1-0", "3-0", "4-0", "5-0", "6-0"));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.TRIMMED_WHILE_PENDING);
    assertThat(onlyIncident().detail()).contains(": 2-0.");
  }

  @Test
  void namesTwentyOfManyTrimmedEntries() {
    add(1, 30);
    createGroup();
    readAs("n1", 30);
    call(Command.XTRIM, STREAM, "MAXLEN", "0");

    start();
    awaitIncidents(1);

    assertThat(onlyIncident().detail()).contains("20-0 and 10 more.").doesNotContain("21-0");
    Eventually.soon().isTrue("forgotten", () -> pending() == 0);
  }

  @Test
  void reportsBeforeItLetsRedisForget() {
    add(1, 2);
    createGroup();
    readAs("n1", 2);
    call(Command.XDEL, STREAM, "1-0");
    hub.loseReports(Integer.MAX_VALUE);

    var intake = start();
    Eventually.soon()
        .passes(() -> assertThat(intake.health().reason()).contains("cannot keep a note of it"));
    assertThat(pending()).isEqualTo(2);
    hub.loseReports(0);

    awaitDone(ids(2, 2));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.TRIMMED_WHILE_PENDING);
  }

  /** Redis 7 forgets an entry without content when it is claimed. */
  @Test
  void reportsBeforeItTakesOver() {
    add(1, 3);
    createGroup();
    readAs("dead", 3);
    call(Command.XDEL, STREAM, "2-0");
    hub.loseReports(Integer.MAX_VALUE);

    var intake = start("n1", Map.of("claim-after", "1"));
    Eventually.soon()
        .passes(() -> assertThat(intake.health().reason()).contains("cannot keep a note of it"));

    assertThat(pending()).isEqualTo(3);
    hub.loseReports(0);
    awaitDone(List.of("1-0", "3-0"));
    assertThat(onlyIncident().detail()).contains(": 2-0.");
  }

  @Test
  void reportsWhatWasTrimmedUnreadWhileItWasAway() {
    readSome(5);
    add(6, 30);
    call(Command.XTRIM, STREAM, "MAXLEN", "10");

    start();

    awaitDone(joined(ids(1, 5), ids(21, 30)));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.TRIMMED_UNREAD);
    assertThat(onlyIncident().detail()).contains("after 5-0 and before 21-0");
  }

  @Test
  void reportsWhatWasTrimmedUnreadWhileTheHubHeldItBack() {
    add(1, 12);
    hub.hold();
    start("n1", Map.of("batch", "5"));
    Eventually.soon().isTrue("brought", () -> hub.brought().size() == 1);

    call(Command.XTRIM, STREAM, "MAXLEN", "3");
    hub.open();

    awaitDone(joined(ids(1, 5), ids(10, 12)));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.TRIMMED_UNREAD);
  }

  @Test
  void reportsThatAllUnreadEntriesWereTrimmed() {
    readSome(5);
    add(6, 9);
    call(Command.XTRIM, STREAM, "MAXLEN", "0");

    start();
    awaitIncidents(1);
    add(10, 11);

    awaitDone(joined(ids(1, 5), ids(10, 11)));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.TRIMMED_UNREAD);
  }

  @Test
  void staysCalmWhenAcknowledgedEntriesAreTrimmed() {
    start();
    for (int i = 1; i <= 40; i += 4) {
      add(i, i + 3);
      awaitDone(ids(1, i + 3));
      call(Command.XTRIM, STREAM, "MAXLEN", "0");
    }

    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void staysCalmWhenEntriesInHandAreTrimmedButNotTheNextOnes() {
    add(1, 12);
    hub.hold();
    start("n1", Map.of("batch", "5"));
    Eventually.soon().isTrue("brought", () -> hub.brought().size() == 1);

    call(Command.XTRIM, STREAM, "MAXLEN", "7");
    hub.open();

    awaitDone(ids(1, 12));
    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void staysCalmAboutWhatWasTrimmedBeforeItKnewTheStream() {
    add(1, 12);
    call(Command.XTRIM, STREAM, "MAXLEN", "3");

    start();

    awaitDone(ids(10, 12));
    assertThat(hub.incidents()).isEmpty();
  }

  @Test
  void reportsALostStreamAndReadsTheNewOne() {
    var intake = start();
    add(1, 3);
    awaitDone(ids(1, 3));

    redis.flushAll();
    awaitIncidents(1);
    add(7, 8);

    awaitStored(joined(ids(1, 3), ids(7, 8)));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.STREAM_LOST);
    assertThat(onlyIncident().detail()).contains("up to 3-0");
    intake.close();
    start();
    add(9, 9);
    awaitStored(joined(ids(1, 3), ids(7, 9)));
    assertThat(hub.incidents()).hasSize(1);
  }

  @Test
  void reportsAStreamThatWasSetBack() {
    hub.reached(STREAM, "100-0");
    add(1, 3);
    createGroup();

    start();

    awaitDone(ids(1, 3));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.STREAM_LOST);
    assertThat(onlyIncident().detail()).contains("up to 100-0");
  }

  @Test
  void reportsALostGroupAndReadsWhatIsLeft() {
    start();
    add(1, 3);
    awaitDone(ids(1, 3));

    call(Command.XGROUP, "DESTROY", STREAM, GROUP);
    awaitIncidents(1);
    add(4, 4);

    awaitStored(joined(ids(1, 3), ids(1, 4)));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.GROUP_LOST);
  }

  @Test
  void reportsAGroupThatWasLostWhileItWasAway() {
    readSome(3);
    call(Command.XGROUP, "DESTROY", STREAM, GROUP);
    hub.loseReports(1);

    start();

    awaitStored(joined(ids(1, 3), ids(1, 3)));
    assertThat(onlyIncident().kind()).isEqualTo(Kind.GROUP_LOST);
    assertThat(onlyIncident().detail()).contains("up to 3-0");
  }

  /** Reads from the beginning and goes away. */
  private void readSome(int count) {
    add(1, count);
    try (var intake = start()) {
      awaitDone(ids(1, count));
      assertThat(intake.health().reason()).isNull();
    }
  }

  private Incident onlyIncident() {
    assertThat(hub.incidents()).hasSize(1);
    assertThat(hub.incidents().getFirst().stream()).isEqualTo(STREAM);
    return hub.incidents().getFirst();
  }

  private static List<String> joined(List<String> first, List<String> second) {
    var all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
