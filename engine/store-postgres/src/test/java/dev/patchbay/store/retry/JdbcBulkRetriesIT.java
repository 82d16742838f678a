package dev.patchbay.store.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.core.retry.BulkRetries;
import dev.patchbay.core.retry.BulkRetryRunner;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.store.Poll;
import dev.patchbay.store.TestLane;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.delivery.JdbcDeliveryDesk;
import dev.patchbay.store.history.JdbcDeliveryHistory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcBulkRetriesIT {
  private final TestStore store = TestStore.create();
  private final TestLane lane = new TestLane(store, "requests");
  private final BulkRetries retries = new JdbcBulkRetries(store.database(), Duration.ofSeconds(1));

  @AfterEach
  void close() {
    lane.close();
    store.close();
  }

  private Long[] dead(int count, String why) {
    var seqs =
        LongStream.range(0, count).map(i -> lane.enqueue(why + i)).boxed().toArray(Long[]::new);
    lane.park(why, seqs);
    return seqs;
  }

  private static BulkRetryDraft draft(@Nullable String snapshot, @Nullable Integer limit) {
    return new BulkRetryDraft(DeliveryFilter.ALL, snapshot, limit);
  }

  private BulkRetryView view(String id) {
    return retries.find(id).orElseThrow();
  }

  @Test
  void aDryRunCountsByCauseAndRouteAndChangesNothing() {
    dead(3, "full");
    dead(1, "bad");
    var plan = retries.plan(DeliveryFilter.ALL);
    assertThat(plan.matched()).isEqualTo(4);
    assertThat(plan.byCause()).isEqualTo(Map.of("full", 3L, "bad", 1L));
    assertThat(plan.byRoute()).isEqualTo(Map.of("requests", 4L));
    assertThat(plan.expected()).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.oldest()).isNotNull();
    assertThat(store.number("SELECT count(*) FROM delivery WHERE state = 2")).isEqualTo(4);
  }

  @Test
  void aDryRunTellsWhatANewerVersionMakesPointless() {
    var old = lane.enqueue("k");
    var fresh = lane.enqueue("k");
    lane.park("full", old);
    lane.deliver(List.of(fresh), List.of());
    dead(1, "full");
    assertThat(retries.plan(DeliveryFilter.ALL).superseded()).isEqualTo(1);
  }

  @Test
  void aSnapshotStartsOneRunHoweverOftenItIsUsed() {
    dead(2, "full");
    var snapshot = retries.plan(DeliveryFilter.ALL).snapshot();
    var first = retries.start(draft(snapshot, null), "anna");
    var second = retries.start(draft(snapshot, null), "ben");
    assertThat(first.isNew()).isTrue();
    assertThat(second).isEqualTo(new BulkRetries.Started(first.run(), false));
    assertThat(retries.newest(10)).hasSize(1);
  }

  @Test
  void aRunCoversWhatWasDeadAtItsSnapshotAndNothingThatDiedLater() {
    dead(2, "full");
    var snapshot = retries.plan(DeliveryFilter.ALL).snapshot();
    var later = dead(1, "later")[0];
    var run = retries.start(draft(snapshot, null), "anna").run().id();
    retries.step(run);
    retries.step(run);
    assertThat(view(run).state()).isEqualTo(BulkRetryState.DONE);
    assertThat(view(run).retried()).isEqualTo(2);
    assertThat(store.stateOf(lane.lane(), later)).isEqualTo(DeliveryState.DEAD);
  }

  @Test
  void aRunLeavesOutWhatItsFilterExcepts() {
    var seqs = dead(3, "full");
    var history = new JdbcDeliveryHistory(store.database());
    var left = history.page(DeliveryFilter.ALL, null, 10).items().getFirst();
    var filter = DeliveryFilter.ALL.without(List.of(left.id(), "no id of ours"));
    var plan = retries.plan(filter);
    var run = retries.start(new BulkRetryDraft(filter, plan.snapshot(), null), "anna").run().id();
    retries.step(run);
    retries.step(run);
    assertThat(List.of(plan.matched(), view(run).retried())).containsExactly(2L, 2L);
    assertThat(store.stateOf(lane.lane(), seqs[2])).isEqualTo(DeliveryState.DEAD);
  }

  @Test
  void progressTellsDeliveredFromDeadAgainAndNothingIsRetriedTwice() {
    var seqs = dead(3, "full");
    var run = retries.start(draft(null, null), "anna").run().id();
    retries.step(run);
    lane.park("full again", seqs[0]);
    lane.deliver(List.of(seqs[1]), List.of());
    retries.step(run);
    var view = view(run);
    assertThat(List.of(view.matched(), view.retried(), view.delivered(), view.deadAgain()))
        .containsExactly(3L, 3L, 1L, 1L);
    assertThat(retries.items(run, null, 10).items())
        .extracting(BulkRetryItem::state)
        .containsExactly(DeliveryState.DEAD, DeliveryState.DELIVERED, DeliveryState.PENDING);
  }

  @Test
  void whatLeftDeadByAnotherWayIsSkipped() {
    var seqs = dead(2, "full");
    var run = retries.start(draft(null, null), "anna").run().id();
    new JdbcDeliveryDesk(store.database()).cancel(lane.lane(), seqs[0]);
    retries.step(run);
    retries.step(run);
    assertThat(view(run).skipped()).isEqualTo(1);
    assertThat(view(run).retried()).isEqualTo(1);
  }

  @Test
  void aCanaryRetriesNoMoreThanItsLimit() {
    dead(3, "full");
    var run = retries.start(draft(null, 1), "anna").run().id();
    retries.step(run);
    retries.step(run);
    assertThat(store.number("SELECT count(*) FROM delivery WHERE state = 0")).isEqualTo(1);
    assertThat(view(run).state()).isEqualTo(BulkRetryState.DONE);
  }

  @Test
  void aPausedRunRestsAndACancelledOneEnds() {
    dead(2, "full");
    var run = retries.start(draft(null, null), "anna").run().id();
    retries.pause(run);
    retries.step(run);
    assertThat(view(run).retried()).isZero();
    assertThat(retries.running()).isEmpty();
    retries.resume(run);
    assertThat(retries.running()).containsExactly(run);
    assertThat(retries.cancel(run).orElseThrow().state()).isEqualTo(BulkRetryState.CANCELLED);
    assertThat(retries.resume(run).orElseThrow().state()).isEqualTo(BulkRetryState.CANCELLED);
  }

  @Test
  void itemsComeInPages() {
    dead(5, "full");
    var run = retries.start(draft(null, null), "anna").run().id();
    retries.step(run);
    var first = retries.items(run, null, 3);
    var second = retries.items(run, first.next(), 3);
    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(second.next()).isNull();
  }

  @Test
  void aRunnerStepsWhatRunsToItsEnd() {
    dead(2, "full");
    var run = retries.start(draft(null, null), "anna").run().id();
    try (var _ = BulkRetryRunner.start(retries, Duration.ofMillis(5))) {
      Poll.until(() -> view(run).state() == BulkRetryState.DONE);
    }
    assertThat(view(run).retried()).isEqualTo(2);
  }

  @Test
  void strangeSnapshotsStatesAndIdsAreRefused() {
    var other = new DeliveryFilter(null, "requests", null, null, null, null);
    var snapshot = retries.plan(other).snapshot();
    assertThatThrownBy(() -> retries.start(draft(snapshot, null), "anna"))
        .hasMessageContaining("another filter");
    assertThatThrownBy(() -> retries.start(draft("made-up", null), "anna"))
        .isInstanceOf(IllegalArgumentException.class);
    var pending = new DeliveryFilter(DeliveryState.PENDING, null, null, null, null, null);
    assertThatThrownBy(() -> retries.plan(pending)).hasMessageContaining("DEAD");
    assertThat(retries.find("nonsense")).isEmpty();
  }
}
