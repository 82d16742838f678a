package dev.patchbay.server.rest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.model.access.Role;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.retry.BulkRetryDraft;
import dev.patchbay.model.retry.BulkRetryItem;
import dev.patchbay.model.retry.BulkRetryPlan;
import dev.patchbay.model.retry.BulkRetryState;
import dev.patchbay.model.retry.BulkRetryView;
import dev.patchbay.model.route.RouteView;
import dev.patchbay.server.rig.ApiCaller;
import dev.patchbay.server.rig.Reply;
import dev.patchbay.server.rig.SharedHub;
import dev.patchbay.server.rig.Workplace;
import dev.patchbay.testkit.Eventually;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /bulk-retries}: counted first, then run, over whatever happens in between. */
@ExtendWith(SharedHub.class)
class BulkRetriesIT {
  private final Workplace work;

  BulkRetriesIT(Workplace work) {
    this.work = work.opened();
  }

  @Test
  void aDryRunCountsAndItsSnapshotStartsOneRun() {
    die(3);
    var plan = plan(filter());
    assertThat(plan.matched()).isEqualTo(3);
    assertThat(plan.byRoute()).isEqualTo(Map.of(work.name(), 3L));
    assertThat(plan.byCause().values()).containsExactly(3L);
    assertThat(plan.oldest()).isNotNull();
    work.post(List.of(work.event("late", "t", "x")));
    work.await(DeliveryState.DEAD, 4);
    mend();

    var draft = new BulkRetryDraft(filter(), plan.snapshot(), null);
    var run = start(draft).as(201, BulkRetryView.class);
    var same = start(draft).as(200, BulkRetryView.class);

    assertThat(same.id()).isEqualTo(run.id());
    assertThat(run.startedBy()).isEqualTo("support");
    var done = await(run.id(), BulkRetryState.DONE, 3);
    assertThat(List.of(done.matched(), done.retried(), done.skipped(), done.deadAgain()))
        .containsExactly(3L, 3L, 0L, 0L);
    assertThat(items(run.id(), "")).extracting(BulkRetryItem::key).containsExactly("0", "1", "2");
    assertThat(items(run.id(), ""))
        .allMatch(i -> i.outcome().equals("RETRIED") && i.state() == DeliveryState.DELIVERED);
    assertThat(work.deliveries().getFirst().state()).isEqualTo(DeliveryState.DEAD);
    assertThat(viewer().get("/bulk-retries").page(BulkRetryView.class).items()).contains(done);
    var other = new BulkRetryDraft(DeliveryFilter.ALL, plan.snapshot(), null);
    assertThat(start(other).faults(400)).containsExactly("/snapshot");
  }

  @Test
  void aFilterLeavesOutFiveHundredAtMost() {
    die(2);
    var left = work.deliveries().getFirst().id();
    var most =
        Stream.concat(Stream.of(left), Stream.generate(() -> UUID.randomUUID().toString()))
            .limit(DeliveryFilter.MOST_EXCEPT + 1L)
            .toList();

    var allowed = filter().without(most.subList(0, DeliveryFilter.MOST_EXCEPT));
    assertThat(plan(allowed).matched()).isEqualTo(1);
    for (var path : List.of("/bulk-retries?dryRun=true", "/bulk-retries")) {
      var draft = new BulkRetryDraft(filter().without(most), null, null);
      assertThat(support().post(path, draft).faults(400)).containsExactly("/filter/except");
    }
  }

  @Test
  void whatFailsAgainIsCountedAndTold() {
    die(2);
    var run = start(new BulkRetryDraft(filter(), null, null)).as(201, BulkRetryView.class);
    Eventually.soon().passes(() -> assertThat(find(run.id()).deadAgain()).isEqualTo(2));
    assertThat(items(run.id(), ""))
        .hasSize(2)
        .allMatch(item -> item.state() == DeliveryState.DEAD && item.cause() != null);
  }

  @Test
  void aLimitIsKeptAndItemsComeInPages() {
    die(5);
    mend();
    var run = start(new BulkRetryDraft(filter(), null, 3)).as(201, BulkRetryView.class);
    await(run.id(), BulkRetryState.DONE, 3);
    var first =
        viewer().get("/bulk-retries/" + run.id() + "/items?limit=2").page(BulkRetryItem.class);
    assertThat(first.items()).extracting(BulkRetryItem::key).containsExactly("0", "1");
    assertThat(items(run.id(), "?cursor=" + first.next()))
        .extracting(BulkRetryItem::key)
        .containsExactly("2");
  }

  @Test
  void aRunRestsGoesOnOverARestartAndIsCancelled() throws SQLException {
    die(1_600);
    mend();
    var paused = stoppedInItsFirstStep("pause");
    assertThat(paused.state()).isEqualTo(BulkRetryState.PAUSED);
    assertThat(paused.retried()).isLessThan(1_600);

    work.hub().restart();

    assertThat(find(paused.id()).state()).isEqualTo(BulkRetryState.PAUSED);
    assertThat(find(paused.id()).retried()).isEqualTo(paused.retried());
    assertThat(post(paused.id(), "resume").state()).isEqualTo(BulkRetryState.RUNNING);

    work.hub().restart();

    var done = await(paused.id(), BulkRetryState.DONE, 1_600);
    assertThat(done.retried()).isEqualTo(1_600);
    assertThat(post(paused.id(), "cancel").state()).isEqualTo(BulkRetryState.DONE);
    assertThat(post(paused.id(), "resume").state()).isEqualTo(BulkRetryState.DONE);
    assertThat(work.google().column(work.spreadsheet(), "Requests", "Id"))
        .hasSize(1_600)
        .doesNotHaveDuplicates();
  }

  @Test
  void aCancelledRunRetriesNoMore() throws SQLException {
    die(1_600);
    var cancelled = stoppedInItsFirstStep("cancel");
    assertThat(cancelled.state()).isEqualTo(BulkRetryState.CANCELLED);
    assertThat(cancelled.endedAt()).isNotNull();
    var second = start(new BulkRetryDraft(filter(), null, 1)).as(201, BulkRetryView.class);
    Eventually.soon()
        .passes(() -> assertThat(find(second.id()).state()).isEqualTo(BulkRetryState.DONE));
    assertThat(find(cancelled.id()).retried()).isEqualTo(cancelled.retried());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'filter':{'state':'DELIVERED'}}|/filter/state",
        "{'filter':{'colour':'red'}}|/filter/colour",
        "{'filter':{},'limit':0}|/limit",
        "{'filter':{},'snapshot':'x'}|/snapshot",
        "{}|/filter"
      })
  void aFaultyDraftIsRefusedByField(String draft, String field) {
    assertThat(start(draft.replace('\'', '"')).faults(400)).containsExactly(field);
  }

  @Test
  void whatIsNoRunIsNotFound() {
    for (var id : List.of("x", UUID.randomUUID().toString())) {
      viewer().get("/bulk-retries/" + id).problem(404);
      viewer().get("/bulk-retries/" + id + "/items").problem(404);
      for (var command : List.of("pause", "resume", "cancel")) {
        support().post("/bulk-retries/" + id + "/" + command).problem(404);
      }
    }
    assertThat(support().post("/bulk-retries?dryRun=maybe", "{\"filter\":{}}").faults(400))
        .containsExactly("dryRun");
  }

  private void die(int count) {
    var events = IntStream.range(0, count).mapToObj(i -> work.event("" + i, "t", "x")).toList();
    for (int i = 0; i < count; i += 1_000) {
      work.post(events.subList(i, Math.min(count, i + 1_000)));
    }
    Eventually.soon().passes(() -> assertThat(plan(filter()).matched()).isEqualTo(count));
  }

  private void mend() {
    var admin = work.hub().admin();
    var route = "/routes/" + work.name();
    admin.put(route, admin.get(route).tag(), work.lenientRoute()).as(200, RouteView.class);
  }

  private DeliveryFilter filter() {
    return new DeliveryFilter(null, work.name(), null, null, null, null);
  }

  private BulkRetryPlan plan(DeliveryFilter filter) {
    return support()
        .post("/bulk-retries?dryRun=true", new BulkRetryDraft(filter, null, null))
        .as(200, BulkRetryPlan.class);
  }

  private Reply start(Object draft) {
    return support().post("/bulk-retries", draft);
  }

  private BulkRetryView post(String id, String command) {
    return support().post("/bulk-retries/" + id + "/" + command).as(200, BulkRetryView.class);
  }

  /** Its first step is held up until the command waits for the end of that. */
  private BulkRetryView stoppedInItsFirstStep(String command) throws SQLException {
    try (var lanes = connect();
        var holding = lanes.createStatement();
        var watcher = connect();
        var watching = watcher.createStatement()) {
      lanes.setAutoCommit(false);
      holding.execute("SELECT FROM lane FOR UPDATE");
      var run = start(new BulkRetryDraft(filter(), null, null)).as(201, BulkRetryView.class);
      var free =
          "SELECT FROM bulk_retry WHERE id = '%s' FOR UPDATE SKIP LOCKED".formatted(run.id());
      Eventually.soon().isTrue("a step has begun", () -> !finds(watching, free));
      var answer = CompletableFuture.supplyAsync(() -> post(run.id(), command));
      var waiting =
          """
          SELECT FROM pg_stat_activity WHERE datname = current_database()
            AND wait_event_type = 'Lock' AND query LIKE 'UPDATE bulk_retry%'
          """;
      Eventually.soon().isTrue("the command waits", () -> finds(watching, waiting));
      lanes.rollback();
      return answer.join();
    }
  }

  private Connection connect() throws SQLException {
    var database = work.hub().database();
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static boolean finds(Statement statement, String sql) throws SQLException {
    try (var rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  private BulkRetryView find(String id) {
    return viewer().get("/bulk-retries/" + id).as(200, BulkRetryView.class);
  }

  private List<BulkRetryItem> items(String id, String query) {
    return viewer().get("/bulk-retries/" + id + "/items" + query).page(BulkRetryItem.class).items();
  }

  private BulkRetryView await(String id, BulkRetryState state, long delivered) {
    Eventually.soon()
        .passes(
            () -> {
              var run = find(id);
              assertThat(run.state()).isEqualTo(state);
              assertThat(run.delivered()).isEqualTo(delivered);
            });
    return find(id);
  }

  private ApiCaller viewer() {
    return work.hub().as(Role.VIEWER);
  }

  private ApiCaller support() {
    return work.hub().as(Role.SUPPORT);
  }
}
