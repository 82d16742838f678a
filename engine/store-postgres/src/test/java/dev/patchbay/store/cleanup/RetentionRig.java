package dev.patchbay.store.cleanup;

import dev.patchbay.core.cleanup.OldThing;
import dev.patchbay.core.cleanup.OldThings.Removed;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.core.route.InboxEntry.Routed;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.event.ReceiptStatus;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.spi.Cause;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.history.JdbcDeliveryHistory;
import dev.patchbay.store.inbox.JdbcInboxStore;
import dev.patchbay.store.job.JdbcJobRuns;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A database with two lanes, and short ways to let its events grow old and go. */
final class RetentionRig implements AutoCloseable {
  static final int KEPT = 31;
  static final int OLD = 40;

  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "sheet");
  private final TestLane other = new TestLane(store, "other");
  private final JdbcOldThings things = new JdbcOldThings(store.database());
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");
  private final JdbcDeliveryHistory history = new JdbcDeliveryHistory(store.database());

  TestStore store() {
    return store;
  }

  TestLane lane() {
    return lane;
  }

  TestLane other() {
    return other;
  }

  JdbcOldThings things() {
    return things;
  }

  JdbcDeliveryHistory history() {
    return history;
  }

  long delivered(TestLane where, String key) {
    long seq = where.enqueue(key);
    where.deliver(List.of(seq), List.of());
    retire();
    return seq;
  }

  void delivered(TestLane where, List<Long> seqs) {
    where.deliver(seqs, List.of());
    retire();
  }

  /** The first deliveries of the lane. */
  List<Long> many(int count) {
    new JdbcInboxStore(store.database(), () -> 0)
        .store(
            IntStream.range(0, count)
                .mapToObj(i -> TestStore.entry("e" + i, "x", routed(lane, "k" + i)))
                .toList());
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  static Routed routed(TestLane where, String key) {
    return new Routed(where.lane(), where.route(), key);
  }

  /** As the next batch of the lane would. */
  void retire() {
    store.execute("UPDATE attempt SET retired = true WHERE NOT retired AND outcome IS NOT NULL");
  }

  void both(String key) {
    new JdbcInboxStore(store.database(), () -> 0)
        .store(List.of(TestStore.entry("both", "x", routed(lane, key), routed(other, key))));
    delivered(lane, List.of((long) store.number(seqOf(lane, key))));
    other.park("no such column", (long) store.number(seqOf(other, key)));
  }

  static String seqOf(TestLane where, String key) {
    return "SELECT seq FROM delivery WHERE lane_id = %d AND key = '%s'"
        .formatted(where.lane(), key);
  }

  void backOff(long seq) {
    var why = new Cause("busy", "not now");
    lane.owning(
        (queue, lease) -> {
          var pass = queue.newPass(lease).orElseThrow();
          var intent = TestLane.intent(List.of(seq), List.of());
          queue.intend(lease, pass, intent);
          var verdicts = List.<Verdict>of(new Verdict.BackOff(seq, why, Duration.ofHours(1)));
          return queue.notApplied(lease, pass, intent, why, verdicts);
        });
  }

  long unknown(String key) {
    long seq = other.enqueue(key);
    other.owning(
        (queue, lease) -> {
          var intent = TestLane.intent(List.of(seq), List.of());
          queue.intend(lease, queue.newPass(lease).orElseThrow(), intent);
          return queue.unknown(lease, intent, new Cause("lost", "no answer"));
        });
    return seq;
  }

  ClaimedRun run() {
    runs.ask(new NewRun("clean-up", "Clean-up", "{}", "ada", null));
    store.execute("UPDATE job_run SET state = 'DONE' WHERE state = 'RUNNING'");
    return runs.claim(Duration.ofMinutes(5)).orElseThrow();
  }

  ClaimedRun claimedAnew() {
    store.execute("UPDATE job_run SET claimed_until = '-infinity' WHERE state = 'RUNNING'");
    return new JdbcJobRuns(store.database(), "node-2").claim(Duration.ofMinutes(5)).orElseThrow();
  }

  long removed(ClaimedRun run, int days) {
    long events = 0;
    Removed removed;
    do {
      removed = things.remove(run, OldThing.EVENTS, days);
      events += removed.things();
    } while (removed.more());
    return events;
  }

  ReceiptStatus sent(String id) {
    return new JdbcInboxStore(store.database(), () -> 0)
        .store(List.of(TestStore.entry(id, "x")))
        .status()
        .getFirst();
  }

  boolean somebodyWaitsForALock() {
    return store.number(
            """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """)
        > 0;
  }

  DeliveryState state(TestLane where, long seq) {
    return history.find(where.id(seq)).orElseThrow().summary().state();
  }

  List<AttemptView> attempts(TestLane where, long seq) {
    return history.find(where.id(seq)).orElseThrow().attempts();
  }

  String rows(String... tables) {
    return String.join(
        " ",
        List.of(tables).stream()
            .map(table -> store.text("SELECT count(*)::text FROM " + table))
            .toList());
  }

  String moved(String day, int days) {
    return store.text("SELECT to_char(to_date(?, 'YYYYMMDD') - ?, 'YYYYMMDD')", day, days);
  }

  int partitionsOf(String day) {
    return store.number("SELECT count(*) FROM pg_class WHERE relname LIKE '%\\_' || ?", day);
  }

  List<String> log() {
    var newest = store.text("SELECT id::text FROM job_run ORDER BY id DESC LIMIT 1");
    return runs.log(newest).stream().map(RunLogLine::text).toList();
  }

  @Override
  public void close() {
    lane.close();
    other.close();
    store.close();
  }
}
