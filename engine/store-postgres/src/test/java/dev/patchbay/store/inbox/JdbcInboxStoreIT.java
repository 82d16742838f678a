package dev.patchbay.store.inbox;

import static dev.patchbay.model.event.ReceiptStatus.ACCEPTED;
import static dev.patchbay.model.event.ReceiptStatus.CONFLICT;
import static dev.patchbay.model.event.ReceiptStatus.DUPLICATE;
import static dev.patchbay.model.event.ReceiptStatus.QUARANTINED;
import static dev.patchbay.store.TestStore.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.inbox.InboxStore;
import dev.patchbay.core.inbox.InboxStore.Stored;
import dev.patchbay.core.route.InboxEntry;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.store.TestStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcInboxStoreIT {
  private final TestStore store = TestStore.create();
  private final InboxStore inbox = new JdbcInboxStore(store.database(), () -> 0);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEventIsStoredOnceWithItsDeliveriesInOrder() {
    var lane = store.createLane();
    var stored =
        inbox.store(
            List.of(
                entry("1", "a", new Routed(lane, 1, "k")),
                entry("2", "b", new Routed(lane, 1, "l"), new Routed(lane, 2, "l"))));
    assertThat(stored).isEqualTo(new Stored(List.of(ACCEPTED, ACCEPTED), Set.of(lane)));
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(2);
    assertThat(store.number("SELECT sum(seq) FROM delivery")).isEqualTo(1 + 2 + 3);
    assertThat(store.number("SELECT seq FROM lane")).isEqualTo(3);
  }

  @Test
  void theSameFactAgainIsADuplicateAndAnotherBodyAConflict() {
    var lane = store.createLane();
    inbox.store(List.of(entry("1", "a", new Routed(lane, 1, "k"))));
    var again =
        inbox.store(
            List.of(
                entry("1", "a", new Routed(lane, 1, "k")),
                entry("1", "other", new Routed(lane, 1, "k"))));
    assertThat(again).isEqualTo(new Stored(List.of(DUPLICATE, CONFLICT), Set.of()));
    assertThat(store.number("SELECT count(*) FROM delivery")).isEqualTo(1);
    assertThat(store.number("SELECT count(*) FROM event_conflict")).isEqualTo(1);
  }

  @Test
  void twinsInOneBatchAreOneEvent() {
    var stored = inbox.store(List.of(entry("1", "a"), entry("1", "a"), entry("1", "b")));
    assertThat(stored.status()).containsExactly(ACCEPTED, DUPLICATE, CONFLICT);
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(1);
  }

  @Test
  void theSameBatchAgainAfterADoubtfulCommitIsAcceptedAndChangesNothing() {
    var lane = store.createLane();
    var batch = List.of(entry("1", "a", new Routed(lane, 1, "k")), faulty("2", "b"));
    var first = inbox.store(batch);
    assertThat(inbox.store(batch)).isEqualTo(first);
    assertThat(store.number("SELECT count(*) FROM delivery")).isEqualTo(1);
    assertThat(store.number("SELECT sum(accepted) FROM inbox_tally")).isEqualTo(2);
  }

  @Test
  void aFaultyEventIsKeptAsideWithItsReasonsAndLeavesTheOthersAlone() {
    var stored = inbox.store(List.of(faulty("1", "a"), entry("2", "b")));
    assertThat(stored.status()).containsExactly(QUARANTINED, ACCEPTED);
    assertThat(store.number("SELECT cardinality(reasons) FROM quarantine")).isEqualTo(2);
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(1);
  }

  @Test
  void aMendedEventIsAcceptedUnderTheIdOfItsFaultyOne() {
    inbox.store(List.of(faulty("1", "bad")));
    assertThat(inbox.store(List.of(entry("1", "good"))).status()).containsExactly(ACCEPTED);
  }

  @Test
  void aFaultyEventUnderTheIdOfAnAcceptedOneIsAConflict() {
    inbox.store(List.of(entry("1", "good")));
    assertThat(inbox.store(List.of(faulty("1", "bad"))).status()).containsExactly(CONFLICT);
  }

  @Test
  void nulInAnIdOrKeyFailsNobodysBatch() {
    var lane = store.createLane();
    var stored =
        inbox.store(List.of(entry("a\0b", "x", new Routed(lane, 1, "k\0")), entry("c", "y")));
    assertThat(stored.status()).containsExactly(ACCEPTED, ACCEPTED);
    assertThat(inbox.store(List.of(entry("a\0b", "x"))).status()).containsExactly(DUPLICATE);
  }

  @Test
  void aLaneThatDoesNotExistStoresNothing() {
    var lost = List.of(entry("1", "a", new Routed(4_711, 1, "k")));
    assertThatThrownBy(() -> inbox.store(lost)).isInstanceOf(IllegalStateException.class);
    assertThat(store.number("SELECT count(*) FROM event_key")).isZero();
  }

  @Test
  void anEmptyBatchIsNothing() {
    assertThat(inbox.store(List.of())).isEqualTo(new Stored(List.of(), Set.of()));
  }

  /** Gathered batches that are not written in one order deadlock: 1 in 200 did. */
  @Test
  void twoInboxesFedTheSameEventsInOppositeOrderDoNotDeadlock() throws Exception {
    var lanes = List.of(store.createLane(), store.createLane());
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var round = 0; round < 40; round++) {
        var one = batch(round, lanes);
        var other = new ArrayList<>(batch(round, lanes.reversed()));
        Collections.reverse(other);
        var done =
            threads.invokeAll(
                List.<Callable<Stored>>of(
                    () -> inbox.store(one),
                    () -> new JdbcInboxStore(store.database(), () -> 1).store(other)));
        var accepted =
            Collections.frequency(done.get(0).get().status(), ACCEPTED)
                + Collections.frequency(done.get(1).get().status(), ACCEPTED);
        assertThat(accepted).isEqualTo(one.size());
      }
    }
    assertThat(store.number("SELECT count(*) FROM delivery")).isEqualTo(40 * 50 * 2);
  }

  private static List<InboxEntry> batch(int round, List<Integer> lanes) {
    return IntStream.range(0, 50)
        .mapToObj(
            i ->
                entry(
                    round + "-" + i,
                    "body",
                    new Routed(lanes.getFirst(), 1, "k" + i),
                    new Routed(lanes.getLast(), 2, "k" + i)))
        .toList();
  }

  private static InboxEntry faulty(String id, String body) {
    return new InboxEntry(
        TestStore.uuid(),
        TestStore.envelope(id, "request.created", body),
        "http",
        List.of(),
        List.of("/data/status: is missing", "/data/at: is no date-time"));
  }

  /** The clean-up removes the key between the look that finds it and the one at what it says. */
  @Test
  void aKeyThatIsGivenUpAtThatMomentIsFree() {
    inbox.store(List.of(entry("a", "x")));
    store.execute(
        """
        CREATE FUNCTION give_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          DELETE FROM event_key WHERE id = (SELECT id FROM event ORDER BY id LIMIT 1); RETURN NULL; END $$
        """);
    store.execute("CREATE TRIGGER given_up AFTER INSERT ON event_key EXECUTE FUNCTION give_up()");
    assertThat(inbox.store(List.of(entry("a", "x"))).status()).containsExactly(ACCEPTED);
    assertThat(store.number("SELECT count(*) FROM quarantine")).isZero();
    assertThat(store.number("SELECT count(*) FROM event")).isEqualTo(2);
  }
}
