package dev.patchbay.installers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubClient;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.client.Switch;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.delivery.WrittenCell;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.model.route.CellType;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the delivery list, its side pane and the bulk retry ask of the hub. */
@ExtendWith(SharedHub.class)
class ClientDeliveriesIT {
  private final Workplace work;
  private final Visitor support;
  private final HubClient client;

  ClientDeliveriesIT(Workplace work) {
    this.work = work.opened();
    this.support = Visitor.as(Role.SUPPORT, work.hub());
    this.client = support.client();
  }

  @AfterEach
  void close() {
    support.close();
  }

  private DeliveryFilter mine(DeliveryState state) {
    return new DeliveryFilter(state, work.name(), null, null, null, null);
  }

  private String list(String more) {
    return "/deliveries?route=" + work.name() + more;
  }

  @Test
  void theListComesInPagesAndEachRowIsWhole() throws HubException, InterruptedException {
    work.post(
        List.of(work.event("1", "Pothole"), work.event("2", "Lamp"), work.event("3", "Tree")));
    var all = work.await(DeliveryState.DELIVERED, 3);
    var first =
        support.whole(
            list("&state=DELIVERED&limit=2"),
            () -> client.deliveries(mine(DeliveryState.DELIVERED), null, 2));
    var second = client.deliveries(mine(DeliveryState.DELIVERED), first.next(), 2);
    assertThat(first.items()).isEqualTo(all.subList(0, 2));
    assertThat(second.items()).isEqualTo(all.subList(2, 3));
    assertThat(second.next()).isNull();
    var row = first.items().getFirst();
    assertThat(row).isEqualTo(summary("3", DeliveryState.DELIVERED, row, null));
    support.whole("/deliveries/counts", client::counts);
  }

  /** Ids and times are the hub's own. */
  private DeliverySummary summary(
      String key, DeliveryState state, DeliverySummary told, @Nullable String cause) {
    return new DeliverySummary(
        told.id(),
        work.name(),
        work.name(),
        told.target(),
        key,
        told.event(),
        "request.created",
        state,
        told.tries(),
        told.acceptedAt(),
        told.finishedAt(),
        null,
        null,
        cause);
  }

  @Test
  void oneDeliveryShowsItsEventItsAttemptAndItsRow() throws HubException, InterruptedException {
    work.post(List.of(work.event("1", "Pothole")));
    var written = work.await(DeliveryState.DELIVERED, 1).getFirst();
    var path = "/deliveries/" + written.id();
    var detail = support.whole(path, () -> client.delivery(written.id()));
    assertThat(detail)
        .isEqualTo(
            new DeliveryDetail(
                written,
                work.event("1", "Pothole"),
                List.of(applied(detail.attempts().getFirst())),
                row("1", "Pothole", "7"),
                null));
  }

  private static AttemptView applied(AttemptView told) {
    return new AttemptView(
        told.id(), told.startedAt(), told.endedAt(), "APPLIED", null, 1, told.receipt());
  }

  private static List<WrittenCell> row(String id, String title, String comments) {
    return List.of(
        new WrittenCell("id", "Id", CellType.TEXT, id),
        new WrittenCell("title", "Title", CellType.TEXT, title),
        new WrittenCell("comments", "Comments", CellType.INTEGER, comments));
  }

  @Test
  void aDeadDeliveryTellsWhyAndIsRetriedOrGivenUp() throws HubException, InterruptedException {
    work.post(List.of(work.event("1", "t", "many"), work.event("2", "t", "few")));
    var dead = work.await(DeliveryState.DEAD, 2);
    var path = "/deliveries/" + dead.getFirst().id();
    var detail = support.whole(path, () -> client.delivery(dead.getFirst().id()));
    var cause = Objects.requireNonNull(detail.summary().cause());
    assertThat(detail.summary())
        .isEqualTo(summary("2", DeliveryState.DEAD, dead.getFirst(), cause));
    assertThat(detail.rowError()).isNotEmpty();

    var givenUp = client.cancel(dead.getFirst().id());
    assertThat(givenUp.summary().state()).isEqualTo(DeliveryState.CANCELLED);
    mend();
    assertThat(client.retry(dead.getLast().id()).summary().id()).isEqualTo(dead.getLast().id());
    work.await(Map.of("1", DeliveryState.DELIVERED, "2", DeliveryState.CANCELLED));
    var refused = Visitor.failureOf(() -> client.retry(dead.getLast().id()));
    assertThat(((Failure.Refused) refused).problem().status()).isEqualTo(409);
  }

  /** Publishes a mapping that no event is wrong for. */
  private void mend() throws HubException, InterruptedException {
    try (var admin = Visitor.as(Role.ADMIN, work.hub())) {
      admin.client().changeRoute(work.lenientRoute(), 1);
    }
  }

  private void die(int count) {
    var events = IntStream.range(0, count).mapToObj(i -> work.event("" + i, "t", "x")).toList();
    for (int i = 0; i < count; i += 1_000) {
      work.post(events.subList(i, Math.min(count, i + 1_000)));
    }
    Eventually.soon().passes(() -> assertThat(plan().matched()).isEqualTo(count));
  }

  private BulkRetryPlan plan() throws HubException, InterruptedException {
    return client.plan(new BulkRetryDraft(mine(DeliveryState.DEAD), null, null));
  }

  @Test
  void aDryRunCountsAndItsSnapshotStartsTheRun() throws HubException, InterruptedException {
    die(3);
    var plan = plan();
    var cause = work.deliveries().getFirst().cause();
    assertThat(plan)
        .isEqualTo(
            new BulkRetryPlan(
                3,
                0,
                Map.of(Objects.requireNonNull(cause), 3L),
                Map.of(work.name(), 3L),
                work.deliveries().getLast().acceptedAt(),
                plan.expected(),
                plan.snapshot()));
    mend();
    var draft = new BulkRetryDraft(mine(DeliveryState.DEAD), plan.snapshot(), null);
    var run = client.start(draft);
    assertThat(client.start(draft).id()).isEqualTo(run.id());
    work.await(DeliveryState.DELIVERED, 3);
    var path = "/bulk-retries/" + run.id();
    var done = await(run.id(), BulkRetryState.DONE);
    assertThat(support.whole(path, () -> client.bulkRetry(run.id()))).isEqualTo(done);
    assertThat(done).isEqualTo(run(run, done, 3, 3));
    var items =
        support.whole(path + "/items?limit=10", () -> client.bulkRetryItems(run.id(), null, 10));
    assertThat(items.items()).isEqualTo(delivered());
  }

  private List<BulkRetryItem> delivered() {
    return work.deliveries().reversed().stream()
        .map(one -> new BulkRetryItem(one.id(), one.key(), "RETRIED", one.state(), null))
        .toList();
  }

  private BulkRetryView run(BulkRetryView first, BulkRetryView last, long matched, long delivered) {
    return new BulkRetryView(
        first.id(),
        BulkRetryState.DONE,
        mine(DeliveryState.DEAD),
        "support",
        first.startedAt(),
        last.endedAt(),
        matched,
        matched,
        0,
        delivered,
        0);
  }

  private BulkRetryView await(String run, BulkRetryState state) {
    return Eventually.soon()
        .get(
            "run " + state,
            () ->
                Optional.of(client.bulkRetry(run))
                    .filter(one -> one.state() == state)
                    .filter(one -> one.delivered() + one.deadAgain() == one.retried()));
  }

  @Test
  void aRunIsPausedResumedAndCancelled() throws HubException, InterruptedException {
    die(1_600);
    var run = client.start(new BulkRetryDraft(mine(DeliveryState.DEAD), null, null));
    var paused = client.steer(run.id(), Switch.PAUSE);
    assertThat(paused.state()).isEqualTo(BulkRetryState.PAUSED);
    assertThat(client.bulkRetry(run.id()).state()).isEqualTo(BulkRetryState.PAUSED);
    assertThat(client.steer(run.id(), Switch.RESUME).state()).isEqualTo(BulkRetryState.RUNNING);
    assertThat(client.steer(run.id(), Switch.CANCEL).state()).isEqualTo(BulkRetryState.CANCELLED);
    assertThat(await(run.id(), BulkRetryState.CANCELLED).endedAt()).isNotNull();
  }
}
