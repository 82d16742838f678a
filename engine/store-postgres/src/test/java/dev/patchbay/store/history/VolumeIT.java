package dev.patchbay.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.delivery.queue.LaneLease;
import dev.patchbay.core.delivery.queue.Verdict;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.spi.Cause;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.delivery.JdbcDeliveryQueue;
import dev.patchbay.store.delivery.JdbcNodeRegistry;
import dev.patchbay.store.retry.JdbcBulkRetries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists, lanes and retries over many rows. PostgreSQL's own counters tell afterwards whether any
 * statement read a large table from end to end.
 */
class VolumeIT {
  private static final Logger LOG = LoggerFactory.getLogger(VolumeIT.class);
  private static final Cause FULL = new Cause("full", "The sheet is full.");

  @Test
  void nothingReadsALargeTableFromEndToEnd() {
    assertThat(scansAfterEverything(200_000)).isEmpty();
  }

  @Test
  @Tag("extended")
  void nothingReadsATableOfAMillionFromEndToEnd() {
    assertThat(scansAfterEverything(1_000_000)).isEmpty();
  }

  private static String scansAfterEverything(int rows) {
    var options = filled(rows);
    try (var store = TestStore.on(options)) {
      exercise(store);
    }
    try (var store = TestStore.on(options)) { // counters are complete once their sessions ended
      return store.text(
          """
          SELECT coalesce(string_agg(relname || ' ' || seq_scan, ', '), '')
          FROM pg_stat_user_tables WHERE seq_scan > 0
            AND relname ~ '^(event(_2.*)?|event_key|delivery|delivered(_2.*)?|attempt(_2.*)?)$'
          """);
    }
  }

  /** Half finished, half open; of the open ones a fifth dead; one key in a thousand alike. */
  private static DatabaseOptions filled(int rows) {
    try (var store = TestStore.create()) {
      var lane = store.createLane();
      var route = store.createRoute(lane, "requests");
      store.createRoute(store.createLane(), "empty");
      store.execute("INSERT INTO event_type (name) VALUES ('request.created'), ('comment.added')");
      store.execute(
          """
          INSERT INTO event SELECT uuidv7(- i * interval '50 ms'), 1, 'http',
            convert_to('{"data":' || i || '}', 'UTF8') FROM generate_series(1, ?) i
          """,
          rows);
      store.execute(
          """
          INSERT INTO delivered SELECT ?, ?, n, id, now(), NULL, 3 + (n % 50 = 0)::int, 0,
            'k' || n % 1000 FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM event) e
          WHERE n <= ?
          """,
          lane, route, rows / 2);
      store.execute(
          """
          INSERT INTO delivery (lane_id, route_id, seq, event, key, state, cause, dead_at)
          SELECT ?, ?, n, id, 'k' || n % 1000, CASE WHEN n % 5 = 0 THEN 2 ELSE 0 END,
            CASE WHEN n % 5 = 0 THEN 'Row ' || n % 7 || ' does not fit.' END,
            CASE WHEN n % 5 = 0 THEN now() END
          FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM event) e WHERE n > ?
          """,
          lane, route, rows / 2);
      store.execute(
          "UPDATE lane SET seq = ?, wake = 1, due_at = now() WHERE lane_id = ?", rows, lane);
      store.execute("ANALYZE");
      store.number("SELECT count(*) FROM (SELECT pg_stat_reset()) r");
      return store.options();
    }
  }

  private static void exercise(TestStore store) {
    timed("counts", () -> new JdbcDeliveryHistory(store.database()).counts());
    lists(store);
    lane(store);
    retries(store);
  }

  private static void lists(TestStore store) {
    var history = new JdbcDeliveryHistory(store.database());
    for (var filter : filters()) {
      timed("page " + filter, () -> history.page(filter, null, 50));
      var first = history.page(filter, null, 50);
      if (first.next() != null) {
        timed("page after", () -> history.page(filter, first.next(), 50));
      }
      first.items().stream()
          .findFirst()
          .ifPresent(item -> timed("find", () -> history.find(item.id())));
    }
    timed("events", () -> history.events("request.created", 20));
    timed("no events", () -> history.events("comment.added", 20));
  }

  private static List<DeliveryFilter> filters() {
    var now = Instant.now();
    var all = new ArrayList<DeliveryFilter>();
    var states = new ArrayList<@Nullable DeliveryState>(List.of(DeliveryState.values()));
    states.add(null);
    for (var state : states) {
      all.add(new DeliveryFilter(state, null, null, null, null, null));
      all.add(new DeliveryFilter(state, "requests", null, null, null, null));
      all.add(new DeliveryFilter(state, "empty", null, null, null, null));
      all.add(new DeliveryFilter(state, null, "k7", null, null, null));
      all.add(new DeliveryFilter(state, null, "none", null, null, null));
      all.add(new DeliveryFilter(state, null, null, now.minusSeconds(3_600), now, null));
      all.add(new DeliveryFilter(state, null, null, null, null, "Row 3"));
      all.add(new DeliveryFilter(state, null, null, null, null, "nothing like it"));
    }
    return all;
  }

  private static void lane(TestStore store) {
    var queue = new JdbcDeliveryQueue(store.database());
    var nodes = new JdbcNodeRegistry(store.database());
    try (nodes) {
      var node = nodes.register("worker", Set.of("all"), Duration.ofMinutes(5));
      var lease = queue.acquire(node, 10).getFirst();
      work(queue, lease);
      new JdbcDeliveryDesk(store.database()).trigger(Set.of(lease.target()));
      timed("sleep", () -> queue.sleep(lease, queue.newPass(lease).orElseThrow()));
      queue.release(lease);
    }
  }

  private static void work(JdbcDeliveryQueue queue, LaneLease lease) {
    for (var round = 0; round < 12; round++) {
      var pass = queue.newPass(lease).orElseThrow();
      var heads = queue.fetch(lease, pass, 0, Set.of(), 100);
      timed("fetch", () -> queue.fetch(lease, pass, 0, Set.of(), 100));
      var seqs = heads.stream().map(head -> head.seq()).toList();
      var intent = TestLane.intent(seqs.subList(1, 90), seqs.subList(90, 100));
      queue.intend(lease, pass, intent);
      queue.openAttempt(lease);
      queue.applied(lease, intent, true, "A1", Map.of("k1", "1"), List.of());
      queue.judge(lease, pass, List.of(new Verdict.BackOff(seqs.getFirst(), FULL, Duration.ZERO)));
      queue.retirable(lease, Duration.ZERO, Duration.ZERO, 10);
    }
  }

  private static void retries(TestStore store) {
    var retries = new JdbcBulkRetries(store.database(), Duration.ofSeconds(1));
    var some = new DeliveryFilter(null, null, null, null, null, "Row 3");
    timed("plan", () -> retries.plan(some));
    var run = retries.start(new BulkRetryDraft(some, null, null), "anna").run().id();
    for (var step = 0; step < 12; step++) {
      timed("step", () -> retries.step(run));
    }
    timed("progress", () -> retries.find(run));
    timed("items", () -> retries.items(run, null, 50));
  }

  private static void timed(String what, Runnable work) {
    var start = System.nanoTime();
    work.run();
    LOG.debug("{} ms {}", Duration.ofNanos(System.nanoTime() - start).toMillis(), what);
  }
}
