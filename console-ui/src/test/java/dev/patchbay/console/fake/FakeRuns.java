package dev.patchbay.console.fake;

import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bulk retries that move on a step each time somebody looks. */
public final class FakeRuns {
  private final FakeDeliveries deliveries;
  private final Instant now;
  private final Map<String, String> bySnapshot = new HashMap<>();
  private final Map<String, BulkRetryView> runs = new LinkedHashMap<>();
  private final Map<String, List<Integer>> members = new HashMap<>();

  FakeRuns(FakeDeliveries deliveries, Instant now) {
    this.deliveries = deliveries;
    this.now = now;
  }

  private static DeliveryFilter dead(DeliveryFilter filter) {
    return new DeliveryFilter(
        DeliveryState.DEAD,
        filter.route(),
        filter.key(),
        filter.since(),
        filter.until(),
        filter.text(),
        filter.except());
  }

  BulkRetryPlan plan(BulkRetryDraft draft) {
    var numbers = deliveries.numbers(dead(draft.filter()), Integer.MAX_VALUE);
    var byCause = new TreeMap<String, Long>();
    var byRoute = new TreeMap<String, Long>();
    for (int number : numbers) {
      var row = deliveries.summary(number);
      byCause.merge(String.valueOf(row.cause()), 1L, Long::sum);
      byRoute.merge(row.route(), 1L, Long::sum);
    }
    var oldest = numbers.isEmpty() ? null : deliveries.acceptedAt(numbers.getLast());
    return new BulkRetryPlan(
        numbers.size(),
        numbers.size() / 40,
        byCause,
        byRoute,
        oldest,
        Duration.ofSeconds(1 + numbers.size() / 30),
        "snapshot-" + numbers.size());
  }

  BulkRetryView start(BulkRetryDraft draft) {
    var snapshot = String.valueOf(draft.snapshot());
    var started = bySnapshot.get(snapshot);
    return started == null ? begin(snapshot, draft) : run(started);
  }

  private BulkRetryView begin(String snapshot, BulkRetryDraft draft) {
    int limit = draft.limit() == null ? 4000 : draft.limit();
    var numbers = deliveries.numbers(dead(draft.filter()), limit);
    var id = "run-" + (runs.size() + 1);
    members.put(id, numbers);
    bySnapshot.put(snapshot, id);
    return keep(
        new BulkRetryView(
            id,
            BulkRetryState.RUNNING,
            draft.filter(),
            "anna",
            now,
            null,
            numbers.size(),
            0,
            0,
            0,
            0));
  }

  BulkRetryView look(String id) {
    var run = run(id);
    if (run.state() != BulkRetryState.RUNNING) {
      return run;
    }
    long step = Math.max(1, run.matched() / 4);
    long retried = Math.min(run.matched(), run.retried() + step);
    deliver(id, (int) retried);
    var state = retried == run.matched() ? BulkRetryState.DONE : BulkRetryState.RUNNING;
    return keep(
        new BulkRetryView(
            id,
            state,
            run.filter(),
            run.startedBy(),
            run.startedAt(),
            null,
            run.matched(),
            retried,
            0,
            retried,
            0));
  }

  private void deliver(String id, int upTo) {
    for (int number : members(id).subList(0, upTo)) {
      var row = deliveries.summary(number);
      if (row.state() == DeliveryState.DEAD) {
        deliveries.change(FakeDeliveries.moved(row, DeliveryState.DELIVERED, now));
      }
    }
  }

  BulkRetryView steer(String id, BulkRetryState state) {
    var run = run(id);
    return keep(
        new BulkRetryView(
            id,
            state,
            run.filter(),
            run.startedBy(),
            run.startedAt(),
            null,
            run.matched(),
            run.retried(),
            0,
            run.delivered(),
            0));
  }

  List<BulkRetryItem> items(String id, int limit) {
    if (run(id).matched() == 1) {
      look(id);
    }
    return members(id).stream().limit(limit).map(deliveries::summary).map(FakeRuns::item).toList();
  }

  private static BulkRetryItem item(DeliverySummary row) {
    return new BulkRetryItem(row.id(), row.key(), "RETRIED", row.state(), row.cause());
  }

  private List<Integer> members(String id) {
    return members.getOrDefault(id, List.of());
  }

  private BulkRetryView run(String id) {
    var run = runs.get(id);
    if (run == null) {
      throw new IllegalArgumentException(id);
    }
    return run;
  }

  private BulkRetryView keep(BulkRetryView run) {
    runs.put(run.id(), run);
    return run;
  }
}
