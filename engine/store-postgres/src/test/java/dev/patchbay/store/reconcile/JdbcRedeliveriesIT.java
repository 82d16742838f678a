package dev.patchbay.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.reconcile.DeliveredKeys.Settled;
import dev.patchbay.core.reconcile.Redeliveries.FoundKey;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.job.JdbcJobRuns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is put on a lane once more, in a real database. */
class JdbcRedeliveriesIT {
  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "sheet");
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");
  private final JdbcRedeliveries again = new JdbcRedeliveries(store.database());
  private final JdbcDeliveredKeys keys = new JdbcDeliveredKeys(store.database());
  private ClaimedRun run;

  @BeforeEach
  void claim() {
    runs.ask(new NewRun("reconciliation", "sheet", "{}", "ada", null));
    run = runs.claim(Duration.ofMinutes(5)).orElseThrow();
  }

  @AfterEach
  void close() {
    lane.close();
    store.close();
  }

  @Test
  void whatARowIsMadeOfGoesBehindEverythingOnceMoreInItsOrder() {
    long first = delivered("k");
    long second = delivered("k");
    long other = delivered("other");
    again.note(run, List.of(new FoundKey(lane.lane(), "k", second)));

    assertThat(redeliver(Map.of("k", Set.of(first, second)))).hasValue(1);

    assertThat(open())
        .isEqualTo("%d %s, %d %s".formatted(other + 1, event(first), other + 2, event(second)));
    assertThat(again.next(run, 9)).isEmpty();
    assertThat(store.number("SELECT sum(seq) FROM lane"))
        .as("the books: what was ever put on lanes is open or finished")
        .isEqualTo(
            store.number(
                "SELECT (SELECT count(*) FROM delivery) + (SELECT count(*) FROM delivered)"));
    lane.deliver(List.of(other + 1, other + 2), List.of());
  }

  @Test
  void whoeverAsksTwicePutsItOnTheLaneOnce() {
    long seq = delivered("k");
    var found = List.of(new FoundKey(lane.lane(), "k", seq));
    again.note(run, found);
    again.note(run, found);
    assertThat(again.redeliver(run, found, Map.of("k", Set.of(seq)))).hasValue(1);
    assertThat(again.redeliver(run, found, Map.of("k", Set.of(seq)))).hasValue(0);
    assertThat(store.number("SELECT count(*) FROM delivery")).isOne();
  }

  @Test
  void aKeyThatSomethingWasDeliveredForSinceIsLeft() {
    long newer = delivered("newer");
    delivered("newer");
    long open = delivered("open");
    lane.enqueue("open");
    again.note(
        run,
        List.of(
            new FoundKey(lane.lane(), "newer", newer), new FoundKey(lane.lane(), "open", open)));

    assertThat(redeliver(Map.of("newer", Set.of(newer), "open", Set.of(open)))).hasValue(0);

    assertThat(store.number("SELECT count(*) FROM delivery")).isOne();
    assertThat(again.next(run, 9)).as("they are done with").isEmpty();
  }

  @Test
  void aNodeThatHasLostTheRunPutsNothingOnALane() {
    long seq = delivered("k");
    again.note(run, List.of(new FoundKey(lane.lane(), "k", seq)));
    store.database().run(c -> Command.of("UPDATE job_run SET fence = fence + 1").update(c));

    again.forget(run);
    assertThat(redeliver(Map.of("k", Set.of(seq)))).isEmpty();

    assertThat(store.number("SELECT count(*) FROM delivery")).isZero();
    assertThat(store.number("SELECT count(*) FROM found_key")).isOne();
  }

  @Test
  void aKeyIsSettledWhileNothingIsUnderWayAndNothingWasFinishedSince() {
    long seq = delivered("k");
    delivered("busy");
    lane.enqueue("busy");
    lane.park("bad", lane.enqueue("k"));
    var since = keys.now();
    delivered("late");

    assertThat(keys.settled(lane.lane(), Set.of("k", "busy", "late", "never"), since))
        .isEqualTo(Map.of("k", new Settled(seq, UUID.fromString(event(seq)))));
    assertThat(keys.known(lane.lane(), Set.of("k", "busy", "never")))
        .containsExactlyInAnyOrder("k", "busy");
  }

  private long delivered(String key) {
    long seq = lane.enqueue(key);
    lane.deliver(List.of(seq), List.of());
    return seq;
  }

  private OptionalInt redeliver(Map<String, Set<Long>> seqs) {
    return again.redeliver(run, again.next(run, 9), seqs);
  }

  private String event(long seq) {
    return lane.id(seq).replaceFirst("^\\d+-\\d+-", "");
  }

  private String open() {
    return store.text(
        "SELECT string_agg(seq || ' ' || event, ', ' ORDER BY seq) FROM delivery WHERE state = 0");
  }
}
