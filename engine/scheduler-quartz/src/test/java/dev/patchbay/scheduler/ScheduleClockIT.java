package dev.patchbay.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.job.RunFilter;
import dev.patchbay.core.schedule.DueRuns;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import dev.patchbay.model.job.ScheduleDraft.OverlapPolicy;
import dev.patchbay.postgres.TestDatabase;
import dev.patchbay.store.Database;
import dev.patchbay.store.DatabaseOptions;
import dev.patchbay.store.config.ConfigStores;
import dev.patchbay.store.job.JdbcDueRuns;
import dev.patchbay.store.job.JdbcJobRuns;
import dev.patchbay.testkit.Eventually;
import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.MutableClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quartz on a real database, with several nodes. */
class ScheduleClockIT {
  static final ScheduleClock.Pace FAST =
      new ScheduleClock.Pace(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final TestDatabase fresh = TestDatabase.create();
  private final Database database =
      Database.open(new DatabaseOptions(fresh.jdbcUrl(), fresh.user(), fresh.password(), 10));
  private final MutableClock clock = MutableClock.at(Instant.now());
  private final ConfigStores config = new ConfigStores(database, clock);
  private final JdbcJobRuns runs = new JdbcJobRuns(database, "test");
  @TempDir private Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
    config.close();
    database.close();
  }

  @Test
  void ofThirtySchedulesOnThreeNodesEachRunsOnce() {
    var at = soon(4);
    for (int i = 0; i < 30; i++) {
      save("schedule " + i, once(at), MissedPolicy.RUN_ONCE);
    }
    var queued = new AtomicInteger();
    for (int node = 0; node < 3; node++) {
      start("node " + node, new JdbcDueRuns(database), queued::incrementAndGet);
    }
    Eventually.soon().passes(() -> assertThat(all()).hasSize(30));
    Eventually.soon().passes(() -> assertThat(queued).hasValue(30));

    assertThat(all()).extracting(RunView::due).containsOnly(at);
    assertThat(all()).extracting(RunView::schedule).doesNotHaveDuplicates();
  }

  @Test
  void whatWasMissedIsMadeUpForAsTheScheduleSays() {
    var since = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    clock.set(since.minusSeconds(1));
    var nextHour = since.plus(Duration.ofHours(4));
    save("once", "0 0 * * * ?", MissedPolicy.RUN_ONCE);
    save("all", "0 0 * * * ?", MissedPolicy.RUN_ALL);
    save("none", "0 0 * * * ?", MissedPolicy.SKIP);
    start("node", new JdbcDueRuns(database), () -> {});

    Eventually.soon()
        .passes(
            () -> {
              assertThat(dues("all", nextHour))
                  .containsExactly(
                      since.plus(Duration.ofHours(3)),
                      since.plus(Duration.ofHours(2)),
                      since.plus(Duration.ofHours(1)),
                      since);
              assertThat(dues("once", nextHour)).containsExactly(since.plus(Duration.ofHours(3)));
            });
    assertThat(dues("none", nextHour)).isEmpty();
  }

  @Test
  void firingsOfOneScheduleAreSaidOneAfterTheOther() {
    var since = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    clock.set(since.minusSeconds(1));
    save("all", "0 0 * * * ?", MissedPolicy.RUN_ALL);
    var meeting = new Meeting();
    start("one node", new After(meeting::await, new JdbcDueRuns(database)), () -> {});
    start("another", new After(meeting::await, new JdbcDueRuns(database)), () -> {});

    Eventually.soon().passes(() -> assertThat(all()).hasSizeGreaterThanOrEqualTo(4));
    assertThat(meeting.met).as("firings that met another").hasValue(0);
  }

  @Test
  void aScheduleThatIsChangedIsDueAtItsNewTimesAndAfterItRestsAtNone() {
    start("node", new JdbcDueRuns(database), () -> {});
    var tomorrow = once(Instant.now().plus(Duration.ofDays(1)));
    save("report", tomorrow, MissedPolicy.RUN_ONCE);
    save("gone", tomorrow, MissedPolicy.RUN_ONCE);
    save("rests", tomorrow, MissedPolicy.RUN_ONCE);
    Eventually.soon().passes(() -> assertThat(triggers()).contains("report", "gone", "rests"));
    clock.set(Instant.now());
    var at = soon(4);
    config.schedules().update(draft("report", once(at), MissedPolicy.RUN_ONCE), 1, "ada");
    config.schedules().delete("gone", 1, "ada");
    config
        .schedules()
        .update(draft("rests", tomorrow, MissedPolicy.RUN_ONCE).withEnabled(false), 1, "ada");

    Eventually.soon().passes(() -> assertThat(triggers()).doesNotContain("gone", "rests"));
    Eventually.soon().passes(() -> assertThat(all()).extracting(RunView::due).containsExactly(at));
    save("later", once(soon(3)), MissedPolicy.RUN_ONCE);
    Eventually.soon()
        .passes(
            () ->
                assertThat(all()).extracting(RunView::schedule).containsExactly("later", "report"));
  }

  /** Schedules that Quartz has a time for. */
  private List<String> triggers() throws SQLException {
    var names = new ArrayList<String>();
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT trigger_name FROM qrtz_triggers")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void aFiringOfANodeThatDiesOfItIsSaidByAnother() {
    var command =
        JavaCommand.of(DyingNode.class)
            .withArguments(fresh.jdbcUrl(), fresh.user(), fresh.password());
    Instant at;
    try (var dying = command.start(folder.resolve("output"))) {
      dying.awaitLine("^dying node ready$", Duration.ofMinutes(1));
      at = soon(4);
      save("report", once(at), MissedPolicy.SKIP);
      assertThat(dying.awaitExit(Duration.ofMinutes(1))).as("it died of the firing").isEqualTo(7);
    }
    assertThat(all()).isEmpty();

    start("heir", new JdbcDueRuns(database), () -> {});
    Eventually.within(Duration.ofMinutes(2))
        .passes(() -> assertThat(all()).extracting(RunView::due).containsExactly(at));
  }

  @Test
  void aRunThatCouldNotBeMadeIsMadeUpFor() {
    var real = new JdbcDueRuns(database);
    var failed = new AtomicInteger();
    var first =
        start(
            "failing",
            new After(
                () -> {
                  failed.incrementAndGet();
                  throw new IllegalStateException("the database is away");
                },
                real),
            () -> {});
    var at = soon(3);
    save("report", once(at), MissedPolicy.SKIP);
    Eventually.soon().passes(() -> assertThat(failed).hasPositiveValue());
    first.close();

    start("heir", real, () -> {});
    Eventually.soon().passes(() -> assertThat(all()).extracting(RunView::due).containsExactly(at));
  }

  /** Lets each of Quartz's firings wait a while for another one to come beside it. */
  private static final class Meeting {
    private final CyclicBarrier two = new CyclicBarrier(2);
    private final AtomicInteger met = new AtomicInteger();

    void await() {
      if (!Thread.currentThread().getName().startsWith("due")) {
        return; // what went off before is said again
      }
      try {
        two.await(1, TimeUnit.SECONDS);
        met.incrementAndGet();
      } catch (TimeoutException | BrokenBarrierException alone) {
        two.reset();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Runs that are made once something else was done.
   *
   * @param first may throw: the run is not made then
   */
  private record After(Runnable first, DueRuns runs) implements DueRuns {
    @Override
    public boolean due(String schedule, Instant at) {
      first.run();
      return runs.due(schedule, at);
    }

    @Override
    public Optional<RunView> now(String schedule, String who, @Nullable String once) {
      return runs.now(schedule, who, once);
    }

    @Override
    public Optional<RunView> newest(String schedule) {
      return runs.newest(schedule);
    }

    @Override
    public Map<String, RunView> newest() {
      return runs.newest();
    }
  }

  private ScheduleClock start(String node, DueRuns due, Runnable queued) {
    var parts = new ScheduleClock.Parts(database.dataSource(), config.schedules(), due, queued);
    var started = ScheduleClock.start(parts, node, FAST);
    open.add(started);
    return started;
  }

  private void save(String name, String cron, MissedPolicy missed) {
    config.schedules().create(draft(name, cron, missed), "ada");
  }

  private static ScheduleDraft draft(String name, String cron, MissedPolicy missed) {
    return new ScheduleDraft(
        name,
        new ExportDraft("requests", ExportFormat.CSV, null, null, List.of(), null, null),
        cron,
        "UTC",
        null,
        null,
        missed,
        OverlapPolicy.PARALLEL,
        null,
        null,
        true);
  }

  private List<RunView> all() {
    return runs.page(new RunFilter(null, null, null), null, 100);
  }

  private List<Instant> dues(String schedule, Instant before) {
    return runs.page(new RunFilter(null, schedule, null), null, 100).stream()
        .map(RunView::due)
        .filter(due -> due != null && due.isBefore(before))
        .toList();
  }

  private static Instant soon(int seconds) {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
  }

  private static String once(Instant at) {
    var time = ZonedDateTime.ofInstant(at, ZoneOffset.UTC);
    return "%d %d %d %d %d ? %d"
        .formatted(
            time.getSecond(),
            time.getMinute(),
            time.getHour(),
            time.getDayOfMonth(),
            time.getMonthValue(),
            time.getYear());
  }
}
