package dev.patchbay.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.RunFilter;
import dev.patchbay.core.notice.Notices;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ExportFormat;
import dev.patchbay.model.job.HolidayCalendar;
import dev.patchbay.model.job.NoticeOrder;
import dev.patchbay.model.job.NoticeOrder.Event;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import dev.patchbay.model.job.ScheduleDraft.OverlapPolicy;
import dev.patchbay.model.mail.MailListDraft;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestStore;
import dev.patchbay.store.config.ConfigStores;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which notices come of the runs of a schedule, in a real database. */
class JdbcNoticesIT {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Instant DUE = Instant.parse("2026-11-26T23:30:00Z");
  private static final NoticeOrder ALL =
      new NoticeOrder("office", List.of("list:night"), List.of(Event.values()));

  private final TestStore store = TestStore.create();
  private final ConfigStores config =
      new ConfigStores(
          store.database(), InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z")));
  private final JdbcDueRuns due = new JdbcDueRuns(store.database());
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");
  private final JdbcNotices notices = new JdbcNotices(store.database());

  @AfterEach
  void close() {
    config.close();
    store.close();
  }

  @Test
  void theFirstFailureIsToldAtOnceAndTheOthersOfTheHourTogether() {
    save(ALL, null);
    fails();
    assertThat(sent()).isEqualTo(List.of(List.of(RunState.FAILED)));
    fails();
    fails();
    fails();

    assertThat(sent()).as("within the hour").isEmpty();
    anHourLater();
    assertThat(sent())
        .isEqualTo(List.of(List.of(RunState.FAILED, RunState.FAILED, RunState.FAILED)));
    anHourLater();
    assertThat(sent()).as("nothing new").isEmpty();
  }

  @Test
  void thatItWorksAgainIsToldAtOnceWithWhatFailedSinceTheLastNotice() {
    save(ALL, null);
    fails();
    sent();
    fails();
    ends();
    assertThat(sent()).isEqualTo(List.of(List.of(RunState.FAILED, RunState.DONE)));
    ends();
    anHourLater();
    assertThat(sent()).as("it went on working").isEmpty();
  }

  @Test
  void whatFailsAndWorksByTurnsIsToldThreeTimesInAnHourAtMost() {
    save(ALL, null);
    var told = new ArrayList<List<RunState>>();
    for (int i = 0; i < 5; i++) {
      fails();
      told.addAll(sent());
      ends();
      told.addAll(sent());
    }
    assertThat(told).isEqualTo(List.of(List.of(RunState.FAILED), List.of(RunState.DONE)));
    anHourLater();
    assertThat(sent())
        .as("nothing is passed over, and the last word is that it works")
        .singleElement()
        .satisfies(it -> assertThat(it).hasSize(8).endsWith(RunState.DONE));
  }

  @Test
  void whatIsLeftOutIsToldOnceAnHourBesideFailures() {
    save(ALL, "Rest");
    fails();
    assertThat(sent()).hasSize(1);
    for (int i = 0; i < 3; i++) {
      due.due("report", DUE.plusSeconds(i));
    }
    assertThat(sent())
        .isEqualTo(List.of(List.of(RunState.SKIPPED, RunState.SKIPPED, RunState.SKIPPED)));
    due.due("report", DUE.plusSeconds(9));
    assertThat(sent()).isEmpty();
  }

  @Test
  void onlyWhatWasAskedForIsTold() {
    save(new NoticeOrder("office", List.of("a@example.org"), List.of(Event.FAILED)), "Rest");
    due.due("report", DUE);
    ends();
    fails();
    sent();
    ends();
    assertThat(sent()).isEmpty();
    anHourLater();
    fails();
    assertThat(sent()).as("a failure after it worked again").hasSize(1);
  }

  @Test
  void whatARunFindsIsToldAtOnceAndTheFindingsOfTheHourTogether() {
    save(ALL, null);
    finds(0);
    assertThat(sent()).as("nothing is found").isEmpty();
    finds(3);
    assertThat(sent()).isEqualTo(List.of(List.of(RunState.DONE)));
    finds(1);
    finds(2);
    assertThat(sent()).as("within the hour").isEmpty();
    fails();
    assertThat(sent()).as("a failure beside it").isEqualTo(List.of(List.of(RunState.FAILED)));
    anHourLater();
    assertThat(sent()).isEqualTo(List.of(List.of(RunState.DONE, RunState.DONE)));
  }

  @Test
  void whoDoesNotWantFindingsHearsOfNone() {
    save(NoticeOrder.of("office", List.of("list:night")), null);
    finds(3);
    fails();
    sent();
    finds(3);
    assertThat(sent()).as("that it works again").isEqualTo(List.of(List.of(RunState.DONE)));
  }

  private void finds(long count) {
    due.now("report", "ada", null);
    var run = next();
    store
        .database()
        .run(
            c ->
                Command.of("UPDATE job_run SET findings = ? WHERE id = ?::uuid", count, run.id())
                    .update(c));
    runs.done(run, null);
  }

  @Test
  void ofFailuresInTheSameMomentOneNoticeComes() throws Exception {
    save(ALL, null);
    var open = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 6; i++) {
      due.now("report", "ada", "k" + i);
      var run = runs.claim(LEASE).orElseThrow();
      open.add(
          () -> {
            runs.failed(run, "Broken.");
            return true;
          });
    }
    try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      nodes.invokeAll(open).forEach(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(60)));
    }
    assertThat(sent()).singleElement().satisfies(it -> assertThat(it).hasSize(6));
  }

  @Test
  void aNodeThatHasLostTheRunTellsNothing() {
    save(ALL, null);
    due.now("report", "ada", null);
    var lost = runs.claim(LEASE).orElseThrow();
    store.database().run(c -> Command.of("UPDATE job_run SET fence = fence + 1").update(c));
    runs.failed(lost, "Broken.");
    assertThat(sent()).isEmpty();
  }

  @Test
  void aListAndAConnectorThatNoticesNeedStay() {
    save(ALL, null);
    var schedule = config.schedules().find("report").orElseThrow();
    assertThat(config.mailLists().delete("night", 1, "ada"))
        .isEqualTo(new Saved.Refused<>("Schedules mail to it: report"));
    assertThat(config.schedules().delete("report", schedule.version(), "ada"))
        .isInstanceOf(Saved.Done.class);
    assertThat(config.mailLists().delete("night", 1, "ada")).isInstanceOf(Saved.Done.class);
  }

  private void fails() {
    due.now("report", "ada", null);
    runs.failed(next(), "Broken.");
  }

  private void ends() {
    due.now("report", "ada", null);
    runs.done(next(), null);
  }

  private ClaimedRun next() {
    var run = runs.claim(LEASE).orElseThrow();
    assertThat(run.kind()).isEqualTo("export");
    return run;
  }

  /** What the notices tell that are due now, each in its order; they are sent by that. */
  private List<List<RunState>> sent() {
    var told = new ArrayList<List<RunState>>();
    for (var run = runs.claim(LEASE); run.isPresent(); run = runs.claim(LEASE)) {
      assertThat(run.get().kind()).isEqualTo(Notices.KIND);
      told.add(notices.told(run.get().id(), 50).newest().stream().map(RunView::state).toList());
      runs.done(run.get(), null);
    }
    return told;
  }

  private void anHourLater() {
    store
        .database()
        .run(
            c ->
                Command.of("UPDATE schedule_notice SET at = at - interval '1 hour'").update(c)
                    + Command.of(
                            "UPDATE job_run SET claimed_until = claimed_until - interval '1 hour'"
                                + " WHERE state = 'QUEUED'")
                        .update(c));
  }

  private void save(NoticeOrder notice, @Nullable String holidays) {
    config.mailLists().create(new MailListDraft("night", List.of("a@example.org")), "ada");
    config
        .calendars()
        .create(new HolidayCalendar("Rest", List.of(LocalDate.parse("2026-11-27"))), "ada");
    var export = new ExportDraft("requests", ExportFormat.CSV, null, null, List.of(), null, null);
    var draft =
        new ScheduleDraft(
            "report",
            export,
            "0 30 0 * * ?",
            "Europe/Berlin",
            null,
            holidays,
            MissedPolicy.RUN_ONCE,
            OverlapPolicy.PARALLEL,
            null,
            null,
            true);
    assertThat(config.schedules().create(draft.telling(notice), "ada"))
        .isInstanceOf(Saved.Done.class);
    assertThat(
            Objects.requireNonNull(config.schedules().find("report").orElseThrow().draft().notice())
                .on())
        .isEqualTo(notice.on());
    assertThat(runs.page(RunFilter.ofKind(Notices.KIND), null, 5)).isEmpty();
  }
}
