package dev.patchbay.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRuns.Word;
import dev.patchbay.core.job.RunFilter;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.HolidayCalendar;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.AfterRun;
import dev.patchbay.model.job.ScheduleDraft.Ending;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import dev.patchbay.model.job.ScheduleDraft.OverlapPolicy;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.config.ConfigStores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs of schedules in a real database. */
class JdbcDueRunsIT {
  private static final Instant DUE = Instant.parse("2026-11-26T23:30:00Z");
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final TestStore store = TestStore.create();
  private final ConfigStores config =
      new ConfigStores(
          store.database(), InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));
  private final JdbcDueRuns due = new JdbcDueRuns(store.database());
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");

  @AfterEach
  void close() {
    config.close();
    store.close();
  }

  @Test
  void ofAScheduleAndTimeThereIsOneRunHoweverManyNodesSayIt() throws Exception {
    save(daily("report"));
    Callable<Boolean> tells = () -> due.due("report", DUE);
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      var told = nodes.invokeAll(List.of(tells, tells, tells, tells, tells, tells));
      assertThat(told).extracting(one -> one.get()).containsOnlyOnce(true);
    }
    assertThat(due.due("report", DUE.plusSeconds(86_400))).isTrue();

    assertThat(all("report"))
        .extracting(RunView::due)
        .containsExactly(DUE.plusSeconds(86_400), DUE);
    assertThat(due.newest().get("report"))
        .isNotNull()
        .extracting(RunView::due)
        .isEqualTo(DUE.plusSeconds(86_400));
  }

  @Test
  void whatRestsOrIsNotThereIsNeverDue() {
    save(daily("report").withEnabled(false));
    assertThat(due.due("report", DUE)).isFalse();
    assertThat(due.due("another", DUE)).isFalse();
    assertThat(all("report")).isEmpty();
  }

  @Test
  void onAHolidayOfItsZoneItLeavesARowThatSaysSo() {
    config.calendars().create(new HolidayCalendar("Berlin", List.of(day("2026-11-27"))), "ada");
    save(with(daily("report"), "Berlin", OverlapPolicy.QUEUE, null, null));

    assertThat(due.due("report", DUE)).as("half past midnight in Berlin").isFalse();

    assertThat(all("report").getFirst())
        .extracting(RunView::state, RunView::reason)
        .containsExactly(
            RunState.SKIPPED, "The schedule rests on this day, as calendar 'Berlin' says.");
    assertThat(runs.claim(LEASE)).isEmpty();
  }

  @Test
  void aRunWaitsUntilTheOneBeforeItHasEnded() {
    save(daily("report"));
    due.due("report", DUE);
    due.due("report", DUE.plusSeconds(60));

    var first = claim();
    assertThat(runs.claim(LEASE)).isEmpty();
    runs.failed(first, "no");
    assertThat(claim().due()).isEqualTo(DUE.plusSeconds(60));
  }

  @Test
  void aRunIsLeftOutOrWorkedBesideTheOtherIfTheScheduleSaysSo() {
    save(with(daily("skips"), null, OverlapPolicy.SKIP, null, null));
    save(with(daily("beside"), null, OverlapPolicy.PARALLEL, null, null));
    for (var schedule : List.of("skips", "beside")) {
      assertThat(due.due(schedule, DUE)).isTrue();
      due.due(schedule, DUE.plusSeconds(60));
    }

    assertThat(all("skips").getFirst())
        .extracting(RunView::state, RunView::reason)
        .containsExactly(RunState.SKIPPED, "The run before it had not ended.");
    assertThat(List.of(claim(), claim(), claim()))
        .extracting(ClaimedRun::schedule)
        .containsExactlyInAnyOrder("skips", "beside", "beside");
  }

  @Test
  void moreThanTwentyDoNotHeapUp() {
    save(daily("report"));
    for (int i = 0; i < 22; i++) {
      due.due("report", DUE.plusSeconds(i));
    }
    assertThat(runs.page(new RunFilter(null, "report", RunState.QUEUED), null, 50)).hasSize(20);
    assertThat(all("report").getFirst().reason())
        .isEqualTo("So many runs of the schedule wait already: 20.");
  }

  @Test
  void whatRunsAfterAnotherIsQueuedWithItsEnd() {
    save(daily("first"));
    save(after("then", "first", Ending.DONE));
    save(after("whatever", "first", Ending.ANY));
    due.due("first", DUE);
    runs.failed(claim(), "no");
    due.due("first", DUE.plusSeconds(60));

    assertThat(all("then")).isEmpty();
    assertThat(all("whatever")).extracting(RunView::due).containsExactly(DUE);
    runs.done(claimOf("first"), null);
    assertThat(all("then")).extracting(RunView::due).containsExactly(DUE.plusSeconds(60));
    assertThat(all("whatever")).hasSize(2);
  }

  @Test
  void oneThatNoLongerHasTheRunEndsNothingAndStartsNothing() {
    save(daily("first"));
    save(after("then", "first", Ending.ANY));
    due.due("first", DUE);
    var lost = runs.claim(Duration.ofMillis(-1)).orElseThrow();
    var holder = claim();

    assertThat(runs.done(lost, null)).isFalse();
    assertThat(all("then")).isEmpty();
    assertThat(runs.done(holder, null)).isTrue();
    assertThat(all("then")).hasSize(1);
  }

  @Test
  void aRunIsBoundedInTimeAndTries() {
    save(with(daily("report"), null, OverlapPolicy.QUEUE, 10, 3));
    due.due("report", DUE);
    var run = claim();
    assertThat(run.limits()).isEqualTo(new ClaimedRun.Limits(3, false));
    assertThat(runs.beat(run, 1, OptionalLong.empty(), LEASE)).isEqualTo(Word.GO_ON);

    begunEarlier("11 minutes");
    assertThat(runs.beat(run, 1, OptionalLong.empty(), LEASE)).isEqualTo(Word.TOO_LONG);
    runs.postponed(run, "disk full", Duration.ofMillis(-1));
    assertThat(claim().limits().over()).isTrue();
  }

  @Test
  void aPersonMayHaveARunAtOnceAndOnlyOnceForAKey() {
    save(daily("report").withEnabled(false));
    due.due("report", DUE);
    var first = due.now("report", "ada", "k1").orElseThrow();

    assertThat(due.now("report", "ada", "k1").orElseThrow().id()).isEqualTo(first.id());
    assertThat(due.now("report", "ada", null).orElseThrow().id()).isNotEqualTo(first.id());
    assertThat(due.now("another", "ada", null)).isEmpty();
    assertThat(first.due()).isNull();
    assertThat(claim().request()).contains("\"zone\": \"Europe/Berlin\"");
  }

  @Test
  void whatHappenedToARunCanBeRead() {
    save(daily("report"));
    due.due("report", DUE);
    var first = claim();
    runs.postponed(first, "the store is away", Duration.ZERO);
    runs.done(claim(), "store/a.xlsx");

    assertThat(runs.log(first.id()))
        .extracting(RunLogLine::text)
        .containsExactly(
            "Begun by node-1, try 1.",
            "Tried again after 0 s: the store is away",
            "Begun by node-1, try 2.",
            "Done; it stands at 'store/a.xlsx'.");
    assertThat(runs.log("nonsense")).isEmpty();
  }

  private void begunEarlier(String interval) {
    store
        .database()
        .run(
            c ->
                Command.of("UPDATE job_run SET started_at = started_at - ?::interval", interval)
                    .update(c));
  }

  private void save(ScheduleDraft draft) {
    assertThat(config.schedules().create(draft, "ada")).isInstanceOf(Saved.Done.class);
  }

  private ClaimedRun claim() {
    return runs.claim(LEASE).orElseThrow();
  }

  private ClaimedRun claimOf(String schedule) {
    var claimed = claim();
    return claimed.schedule().equals(schedule) ? claimed : claimOf(schedule);
  }

  private List<RunView> all(String schedule) {
    return runs.page(new RunFilter(null, schedule, null), null, 50);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static ScheduleDraft daily(String name) {
    var export = new ExportDraft("requests", ExportFormat.CSV, null, null, List.of(), null, null);
    return ScheduleDraft.of(name, export, "0 30 0 * * ?", "Europe/Berlin");
  }

  private static ScheduleDraft after(String name, String before, Ending of) {
    var usual = daily(name);
    return new ScheduleDraft(
        name,
        usual.export(),
        null,
        usual.zone(),
        new AfterRun(before, of),
        null,
        MissedPolicy.RUN_ONCE,
        OverlapPolicy.QUEUE,
        null,
        null,
        true);
  }

  private static ScheduleDraft with(
      ScheduleDraft draft,
      @Nullable String holidays,
      OverlapPolicy overlap,
      @Nullable Integer minutes,
      @Nullable Integer tries) {
    return new ScheduleDraft(
        draft.name(),
        draft.export(),
        draft.cron(),
        draft.zone(),
        null,
        holidays,
        draft.missed(),
        overlap,
        minutes,
        tries,
        true);
  }
}
