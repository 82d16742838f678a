package dev.patchbay.server.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.readmodel.Dataset;
import dev.patchbay.core.rebuild.RebuildStore;
import dev.patchbay.core.rebuild.RebuildStore.Swap;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.request.RequestSummary;
import dev.patchbay.testkit.Eventually;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code POST /read-model/rebuild}. Each test has requests of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadModelRebuildIT {
  private final RebuildRig rig = new RebuildRig();
  private final RandomFacts first = new RandomFacts("first-", 150);

  @BeforeAll
  void eventsFromBeforeThereWasARouteAreInIt() throws SQLException {
    rig.post(first.next(1_000, 1));
    rig.hub().admin().post("/read-models/requests").as(201, Object.class);
    assertThat(rig.rows("first-")).isEmpty();

    rig.rebuild();

    assertThat(rig.rows("first-")).isEqualTo(first.rows());
    rig.demandSound();
  }

  @AfterAll
  void close() {
    rig.close();
  }

  @Test
  void anOlderFactThatComesLateDoesNotGoOverWhatOnlyTheRebuildBrought() throws SQLException {
    var facts = new RandomFacts("late-", 1);
    rig.execute("UPDATE lane SET paused = true, round = round + 1");
    rig.post(List.of(facts.fact("late-1", "request.updated", 9, Map.of("title", "Nine"))));
    rig.execute("DELETE FROM delivery"); // as if no route had taken it
    rig.execute("UPDATE lane SET paused = false, round = round + 1");
    rig.rebuild();

    rig.post(
        List.of(
            facts.fact(
                "late-1", "request.updated", 8, Map.of("title", "Eight", "status", "open"))));
    rig.settle();

    assertThat(rig.rows("late-")).isEqualTo(facts.rows());
  }

  @Test
  void whatIsRebuiltIsWhatWasReadAndReadersSeeNothingOfIt() throws SQLException {
    var facts = new RandomFacts("same-", 200);
    rig.post(facts.next(2_500, 2));
    rig.settle();
    var before = rig.whole();
    int generation = rig.generation();
    var shown = summary();

    var run = rig.order();
    RunView now;
    do {
      now = rig.hub().admin().get("/runs/" + run.id()).as(200, RunView.class);
      assertThat(summary()).isEqualTo(shown);
    } while (now.endedAt() == null);

    assertThat(now.state()).as(now.toString()).isEqualTo(RunState.DONE);
    assertThat(now.rows()).isGreaterThanOrEqualTo(3_500);
    assertThat(rig.generation()).isGreaterThan(generation);
    assertThat(rig.whole()).isEqualTo(before);
    assertThat(rig.rows("same-")).isEqualTo(facts.rows());
    rig.demandSound();
  }

  private List<?> summary() {
    var summary = rig.hub().as(Role.VIEWER).get("/requests/summary").as(200, RequestSummary.class);
    return List.of(summary.requests(), summary.status(), summary.category(), summary.days());
  }

  @Test
  void whatIsDamagedIsMended() throws SQLException {
    var facts = new RandomFacts("hurt-", 50);
    rig.post(facts.next(300, 3));
    rig.settle();
    rig.execute("UPDATE request_view SET title = 'Wrong', status = 'odd', deleted = NOT deleted");
    rig.execute("DELETE FROM request_view WHERE id LIKE 'hurt-1%'");
    rig.execute("UPDATE request_count SET requests = requests + 3");
    assertThat(rig.rows("hurt-")).isNotEqualTo(facts.rows());

    rig.rebuild();

    assertThat(rig.rows("hurt-")).isEqualTo(facts.rows());
    assertThat(rig.rows("first-")).isEqualTo(first.rows());
    rig.demandSound();
  }

  @Test
  void whatNoStoredEventTellsAnyMoreIsKept() throws SQLException {
    var facts = new RandomFacts("old-", 60);
    rig.post(facts.next(400, 4));
    rig.settle();
    rig.execute(
        """
        DELETE FROM event WHERE convert_from(payload, 'UTF8') LIKE '%"old-%'
          AND substr(md5(id::text), 1, 1) < 'c'
        """);

    rig.rebuild();
    assertThat(rig.rows("old-")).isEqualTo(facts.rows());

    rig.execute("DELETE FROM event WHERE convert_from(payload, 'UTF8') LIKE '%\"old-%'");
    rig.execute("DELETE FROM delivered WHERE key LIKE 'old-%'");
    rig.rebuild();
    rig.post(facts.next(100, 5));
    rig.settle();
    assertThat(rig.rows("old-")).isEqualTo(facts.rows());
    rig.demandSound();
  }

  @Test
  void nothingIsLostOfWhatComesInMeanwhile() throws SQLException, InterruptedException {
    var facts = new RandomFacts("live-", 80);
    rig.post(facts.next(500, 6));
    var over = new AtomicBoolean();
    var sender =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; !over.get(); i++) {
                    rig.post(facts.next(40, 100 + i));
                  }
                });

    for (int i = 0; i < 2; i++) {
      rig.rebuild();
    }
    over.set(true);
    sender.join();
    rig.settle();

    assertThat(rig.rows("live-")).isEqualTo(facts.rows());
    rig.demandSound();
  }

  @Test
  void oneThatIsCalledOffLeavesEverythingAsItIs() throws SQLException {
    var before = rig.whole();
    int generation = rig.generation();
    RunView run;
    try (var connection = rig.connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE read_model_mark IN ACCESS EXCLUSIVE MODE");
      run = rig.order();
      Eventually.soon().isTrue("it is at it", () -> !state(run, "fence > 0").isEmpty());
      assertThat(rig.hub().admin().post("/read-model/rebuild").status()).isEqualTo(409);
      rig.hub().admin().post("/runs/" + run.id() + "/cancel").as(200, RunView.class);
      var told = rig.query("SELECT claimed_until FROM job_run WHERE id = '" + run.id() + "'");
      Eventually.soon()
          .isTrue(
              "its node has heard of it",
              () -> !state(run, "claimed_until > '" + told.getFirst().getFirst() + "'").isEmpty());
    }

    assertThat(rig.ended(run).state()).isEqualTo(RunState.CANCELLED);
    assertThat(rig.generation()).isEqualTo(generation);
    assertThat(rig.whole()).isEqualTo(before);
    rig.rebuild();
    rig.demandSound();
  }

  private List<?> state(RunView run, String condition) throws SQLException {
    return rig.query("SELECT id FROM job_run WHERE id = '" + run.id() + "' AND " + condition);
  }

  @Test
  void oneWhoseNodesDieAfterEveryStepComesToItsEnd() throws Exception {
    var facts = new RandomFacts("dead-", 40);
    rig.post(facts.next(800, 7));
    rig.settle();
    int generation = rig.generation();
    int lives = 1;

    try (var rebuild = new MortalRebuild(rig)) {
      var late = rebuild.run();
      while (!rebuild.stepAndDeath()) {
        lives++;
        rig.post(facts.next(10, 200 + lives));
      }
      rebuild.work(late, _ -> {}); // it does not know yet that others have the run
    }

    assertThat(lives).isGreaterThan(3);
    assertThat(rig.generation()).isGreaterThan(generation);
    rig.settle();
    assertThat(rig.rows("dead-")).isEqualTo(facts.rows());
    rig.demandSound();
  }

  @Test
  void whatIsNotSettledKeepsTheOldOneInItsPlace() throws Exception {
    int generation = rig.generation();
    var attempt = "'01900000-0000-7000-8000-000000000001'";
    try (var rebuild = new MortalRebuild(rig)) {
      var routes = rebuild.filling();
      var aim = rebuild.store().aim(Dataset.REQUESTS).orElseThrow();
      var build = rebuild.store().begin(rebuild.run(), aim, routes.text());
      rig.execute(
          """
          INSERT INTO attempt (id, lane_id, fence, token_id, seqs, content)
          VALUES (%1$s, %2$d, 1, 1, '{}', '');
          INSERT INTO read_model_touched (model, key, attempt) VALUES ('requests', 'x', %1$s)
          """
              .formatted(attempt, aim.lanes().getFirst()));

      assertThat(rebuild.store().swap(rebuild.run(), build, routes.columns()))
          .isEqualTo(Swap.UNSETTLED);
      assertThat(rebuild.store().catchUp(rebuild.run(), build, routes.columns(), 9))
          .isEqualTo(new RebuildStore.Step(0, false));
      assertThat(rig.query("SELECT key FROM read_model_touched")).isNotEmpty();
      assertThat(rig.generation()).isEqualTo(generation);

      rebuild.store().discard(rebuild.run());
      rig.execute("DELETE FROM attempt WHERE id = " + attempt);
    }
    rig.rebuild();
    rig.demandSound();
  }

  @Test
  void whatIsWrittenAgainWhileItIsTakenOverIsNotForgotten() throws Exception {
    var settled = "'01900000-0000-7000-8000-000000000002'";
    var open = "'01900000-0000-7000-8000-000000000003'";
    try (var rebuild = new MortalRebuild(rig);
        var writer = rig.connect();
        var statement = writer.createStatement()) {
      var routes = rebuild.filling();
      var aim = rebuild.store().aim(Dataset.REQUESTS).orElseThrow();
      var build = rebuild.store().begin(rebuild.run(), aim, routes.text());
      rig.execute(
          """
          INSERT INTO attempt (id, lane_id, fence, token_id, seqs, content, outcome) VALUES
            (%1$s, %3$d, 1, 1, '{}', '', 1), (%2$s, %3$d, 1, 1, '{}', '', NULL);
          INSERT INTO read_model_touched (model, key, attempt) VALUES ('requests', 'x', %1$s)
          """
              .formatted(settled, open, aim.lanes().getFirst()));
      writer.setAutoCommit(false);
      statement.execute("UPDATE read_model_touched SET attempt = " + open);

      var caughtUp =
          CompletableFuture.supplyAsync(
              () -> rebuild.store().catchUp(rebuild.run(), build, routes.columns(), 9));
      Eventually.soon().isTrue("it waits for the writer", this::somebodyWaits);
      writer.commit();

      assertThat(caughtUp.get()).isEqualTo(new RebuildStore.Step(0, false));
      assertThat(rig.query("SELECT key FROM read_model_touched")).isNotEmpty();

      rebuild.store().discard(rebuild.run());
      rig.execute("DELETE FROM attempt WHERE id IN (%s, %s)".formatted(settled, open));
    }
    rig.rebuild();
    rig.demandSound();
  }

  private boolean somebodyWaits() throws SQLException {
    return !rig.query(
            """
            SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'
              AND query LIKE '%read_model_touched%' AND pid <> pg_backend_pid()
            """)
        .isEmpty();
  }

  @Test
  void onlyAnAdministratorOrdersOne() {
    assertThat(rig.hub().as(Role.SUPPORT).post("/read-model/rebuild").status()).isEqualTo(403);
    assertThat(rig.hub().admin().post("/read-model/rebuild?model=bills").status()).isEqualTo(400);
    assertThat(rig.hub().admin().post("/read-model/rebuild?model=users").status()).isEqualTo(409);
  }
}
