package dev.patchbay.console.viewmodel.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Switch;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.deliveries.BulkRetryModel.Step;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkRetryModelTest {
  private static final Duration POLL = Duration.ofSeconds(1);

  /** A thousand deliveries, of which forty are dead. */
  private final Desk desk = Desk.with(1000);

  private final BulkRetryModel model =
      new BulkRetryModel(desk.session, Selection.all(DeliveryQuery.ALL));

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private Step step() {
    return model.step().get();
  }

  private BulkRetryView run() {
    return ((Step.Running) step()).run();
  }

  private void plan() {
    desk.tasks.settle();
    assertThat(step()).isInstanceOf(Step.Planned.class);
  }

  private void start() {
    plan();
    model.start();
    desk.tasks.settle();
  }

  private void look() {
    desk.tasks.pass(POLL);
    desk.tasks.settle();
  }

  private long dead() {
    return desk.hub.deliveries.counts().byState().getOrDefault(DeliveryState.DEAD, 0L);
  }

  @Test
  void countsFirstAndChangesNothing() {
    assertThat(step()).isEqualTo(new Step.Counting());
    plan();
    assertThat(((Step.Planned) step()).plan().matched()).isEqualTo(40);
    assertThat(desk.hub.calls).containsExactly("POST /bulk-retries?dryRun=true");
    assertThat(dead()).isEqualTo(40);
  }

  @Test
  void asksForTheDeadOnesOfTheQueryWithoutThoseLeftOut() {
    plan();
    var query = DeliveryQuery.parse("route:requests since:2h").query();
    var other = new BulkRetryModel(desk.session, new Selection(query, Set.of("d-991", "d-969")));
    desk.tasks.settle();
    assertThat(((Step.Planned) other.step().get()).plan().matched()).isLessThan(40);
    assertThat(desk.hub.bodies.getLast())
        .contains("\"state\":\"DEAD\"", "\"route\":\"requests\"", "2026-11-23T12:05:00Z")
        .contains("\"except\":[\"d-969\",\"d-991\"]");
    other.close();
  }

  @Test
  void startsExactlyWhatWasCountedByItsSnapshot() {
    start();
    assertThat(desk.hub.bodies.getLast()).contains("\"snapshot\":\"snapshot-40\"");
    assertThat(run().matched()).isEqualTo(40);
  }

  @Test
  void pressedTwiceItIsStillOneRun() {
    plan();
    model.start();
    model.start();
    desk.tasks.settle();
    assertThat(run().id()).isEqualTo("run-1");
  }

  @Test
  void followsTheRunUntilEveryDeliveryHasComeToAnEnd() {
    start();
    var progress = new ArrayList<Long>();
    for (int looks = 0; looks < 5; looks++) {
      look();
      progress.add(run().retried());
    }
    assertThat(progress).containsExactly(10L, 20L, 30L, 40L, 40L);
    assertThat(run().state()).isEqualTo(BulkRetryState.DONE);
    assertThat(((Step.Running) step()).items())
        .hasSize(40)
        .allMatch(item -> item.state() == DeliveryState.DELIVERED);
    assertThat(dead()).isZero();
  }

  @Test
  void aPausedRunRestsUntilItIsResumed() {
    start();
    look();
    model.steer(Switch.PAUSE);
    desk.tasks.settle();
    look();
    look();
    assertThat(List.<Object>of(run().state(), run().retried()))
        .containsExactly(BulkRetryState.PAUSED, 10L);
    model.steer(Switch.RESUME);
    desk.tasks.settle();
    look();
    assertThat(run().retried()).isEqualTo(20);
  }

  @Test
  void aCancelledRunIsNotAskedAfterAnyMore() {
    start();
    look();
    model.steer(Switch.CANCEL);
    desk.tasks.settle();
    assertThat(run().state()).isEqualTo(BulkRetryState.CANCELLED);
    int calls = desk.hub.calls.size();
    look();
    assertThat(desk.hub.calls).hasSize(calls);
    assertThat(dead()).isEqualTo(30);
  }

  @Test
  void triesOneFirstAndThenCountsTheRest() {
    plan();
    model.tryOne();
    desk.tasks.settle();
    assertThat(desk.hub.bodies).anyMatch(body -> body.contains("\"limit\":1"));
    var planned = (Step.Planned) step();
    assertThat(planned.canary())
        .extracting(BulkRetryItem::state)
        .isEqualTo(DeliveryState.DELIVERED);
    assertThat(planned.plan().matched()).isEqualTo(39);
    model.start();
    desk.tasks.settle();
    assertThat(run().id()).isEqualTo("run-2");
  }

  @Test
  void whatCannotBeCountedOrStartedSaysWhyAndIsCountedAgain() {
    desk.hub.refuseNext(503, "Away", "Restarting.");
    desk.tasks.settle();
    assertThat(step()).isInstanceOf(Step.Failed.class);
    model.recount();
    plan();
    desk.hub.refuseNext(400, "Invalid", "The snapshot was made for another filter.");
    model.start();
    desk.tasks.settle();
    assertThat(step()).isInstanceOf(Step.Failed.class);
    assertThat(dead()).isEqualTo(40);
  }

  @Test
  void keepsLookingWhileTheHubIsAway() {
    start();
    desk.hub.stop();
    look();
    assertThat(run().retried()).isZero();
    desk.hub.startAgain();
    look();
    assertThat(run().retried()).isEqualTo(10);
  }

  @Test
  void closingTheDialogLeavesTheRunToTheHub() {
    start();
    model.close();
    look();
    assertThat(desk.hub.calls).noneMatch(call -> call.contains("cancel"));
  }
}
