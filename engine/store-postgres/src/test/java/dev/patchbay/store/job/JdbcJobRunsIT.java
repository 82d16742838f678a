package dev.patchbay.store.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.job.ClaimedRun;
import dev.patchbay.core.job.JobRunner;
import dev.patchbay.core.job.JobRuns.Asked;
import dev.patchbay.core.job.JobRuns.Word;
import dev.patchbay.core.job.MadeFile;
import dev.patchbay.core.job.NewRun;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.store.Command;
import dev.patchbay.store.TestStore;
import dev.patchbay.testkit.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcJobRunsIT {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration GONE = Duration.ofMillis(1);

  private final TestStore store = TestStore.create();
  private final JdbcJobRuns runs = new JdbcJobRuns(store.database(), "node-1");
  @TempDir private Path folder;

  @AfterEach
  void close() {
    store.close();
  }

  private RunView queue(@Nullable String once) {
    return runs.ask(new NewRun("test", "a test", "{\"n\": 1}", "ada", once))
            instanceof Asked.Queued(var run)
        ? run
        : fail();
  }

  private static RunView fail() {
    throw new AssertionError("it was not queued");
  }

  private ClaimedRun claim(Duration lease) {
    return runs.claim(lease).orElseThrow();
  }

  private RunView view(String id) {
    return runs.find(id).orElseThrow();
  }

  private MadeFile file(byte[] content) throws IOException {
    return new MadeFile(Files.write(folder.resolve("made"), content), "a ü.bin", "x/y", 7);
  }

  private byte[] kept(String id) throws IOException {
    return runs.file(id).readAllBytes();
  }

  @Test
  void aRunGoesFromQueuedToDoneWithItsFile() throws IOException {
    var asked = queue(null);
    assertThat(asked.state()).isEqualTo(RunState.QUEUED);
    var claimed = claim(LONG);
    assertThat(claimed.id()).isEqualTo(asked.id());
    assertThat(claimed.request()).isEqualTo("{\"n\": 1}");
    assertThat(runs.beat(claimed, 3, OptionalLong.of(7), LONG)).isEqualTo(Word.GO_ON);
    assertThat(view(asked.id()))
        .extracting(RunView::state, RunView::rows, RunView::total)
        .containsExactly(RunState.RUNNING, 3L, 7L);

    var content = new byte[(5 << 20) / 2];
    new Random(1).nextBytes(content);
    assertThat(runs.kept(claimed)).isEmpty();
    var keptFile = runs.keep(claimed, file(content)).orElseThrow();
    assertThat(runs.kept(claimed)).hasValue(keptFile);
    assertThat(view(asked.id()).file())
        .as("it is whole, and may be fetched while it is delivered")
        .isEqualTo(keptFile.file());
    assertThat(runs.done(claimed, "store/a.bin")).isTrue();

    var done = view(asked.id());
    assertThat(done.state()).isEqualTo(RunState.DONE);
    assertThat(done.rows()).isEqualTo(7);
    assertThat(done.endedAt()).isAfter(done.startedAt());
    assertThat(done.file()).isNotNull();
    assertThat(done.file()).isEqualTo(keptFile.file());
    assertThat(done.file().length()).isEqualTo(content.length);
    assertThat(done.place()).isEqualTo("store/a.bin");
    assertThat(kept(asked.id())).isEqualTo(content);
    assertThat(runs.claim(LONG)).isEmpty();
  }

  @Test
  void whoOnlyDeliversAFileThatWasMadeBeforeLeavesItsRowsAsTheyAre() throws IOException {
    var id = queue(null).id();
    var first = claim(LONG);
    runs.keep(first, file(new byte[] {1}));
    runs.postponed(first, "the store is down", GONE);
    var second = Eventually.soon().get("another claim", () -> runs.claim(LONG));

    assertThat(runs.beat(second, 0, OptionalLong.empty(), LONG)).isEqualTo(Word.GO_ON);

    assertThat(view(id)).extracting(RunView::rows, RunView::total).containsExactly(7L, 7L);
  }

  @Test
  void oneNodeWorksIt() {
    queue(null);
    claim(LONG);
    assertThat(runs.claim(LONG)).isEmpty();
  }

  @Test
  void whoIsNotHeardOfLosesItAndWritesNothingMore() throws IOException {
    var id = queue(null).id();
    var first = claim(GONE);
    var second = Eventually.soon().get("another claim", () -> runs.claim(LONG));
    assertThat(second.tries()).isEqualTo(2);

    assertThat(runs.hold(first, LONG)).isFalse();
    assertThat(runs.beat(first, 1, OptionalLong.empty(), LONG)).isEqualTo(Word.LOST);
    assertThat(runs.keep(first, file(new byte[] {1}))).isEmpty();
    assertThat(runs.done(first, null)).isFalse();
    runs.givenUp(first, "late");
    runs.failed(first, "late");
    runs.postponed(first, "late", LONG);
    runs.givenBack(first);
    assertThat(view(id).state()).isEqualTo(RunState.RUNNING);
    assertThat(view(id).file()).isNull();

    runs.keep(second, file(new byte[] {2}));
    assertThat(runs.done(second, null)).isTrue();
    assertThat(kept(id)).containsExactly(2);
  }

  @Test
  void theSameAskedTwiceIsOneRun() {
    var first = queue("key");
    assertThat(runs.ask(new NewRun("test", "a test", "{\"n\":1}", "ada", "key")))
        .isInstanceOfSatisfying(
            Asked.Known.class, known -> assertThat(known.run().id()).isEqualTo(first.id()));
    assertThat(runs.ask(new NewRun("test", "a test", "{\"n\":2}", "ada", "key")))
        .isInstanceOf(Asked.KeyReused.class);
    assertThat(runs.ask(new NewRun("test", "a test", "{\"n\":2}", "bob", "key")))
        .isInstanceOf(Asked.Queued.class);
  }

  @Test
  void nobodyFillsTheQueueAlone() {
    for (int i = 0; i < 20; i++) {
      queue("k" + i);
    }
    assertThat(runs.ask(new NewRun("test", "a test", "{}", "ada", null)))
        .isInstanceOf(Asked.TooMany.class);
    assertThat(runs.ask(new NewRun("test", "a test", "{\"n\": 1}", "ada", "k3")))
        .isInstanceOf(Asked.Known.class);
    assertThat(runs.ask(new NewRun("test", "a test", "{}", "bob", null)))
        .isInstanceOf(Asked.Queued.class);
  }

  @Test
  void whatIsCalledOffEnds() {
    var waiting = queue(null).id();
    assertThat(runs.cancel(waiting)).isTrue();
    assertThat(view(waiting).state()).isEqualTo(RunState.CANCELLED);
    assertThat(runs.claim(LONG)).isEmpty();
    assertThat(runs.cancel(waiting)).isFalse();

    var running = queue(null).id();
    var claimed = claim(LONG);
    assertThat(runs.cancel(running)).isTrue();
    assertThat(runs.beat(claimed, 1, OptionalLong.empty(), LONG)).isEqualTo(Word.CANCEL);
    runs.cancelled(claimed);
    assertThat(view(running).state()).isEqualTo(RunState.CANCELLED);
    assertThat(runs.cancel("nonsense")).isFalse();
  }

  @Test
  void whatEndedLongAgoIsTakenAway() throws IOException {
    var id = queue(null).id();
    var claimed = claim(LONG);
    runs.keep(claimed, file(new byte[] {1}));
    runs.done(claimed, null);
    runs.sweep(LONG, LONG);
    assertThat(view(id).file()).isNotNull();

    runs.sweep(Duration.ZERO, LONG);
    assertThat(view(id).file()).isNull();
    assertThat(kept(id)).isEmpty();
    runs.sweep(Duration.ZERO, Duration.ZERO);
    assertThat(runs.find(id)).isEmpty();
  }

  @Test
  void aRunnerWorksWhatIsQueuedAndLeavesNothingOnItsDisk() throws IOException {
    var work = new TestWork();
    try (var _ = start(work)) {
      var ids = new ArrayList<String>();
      for (int i = 0; i < 5; i++) {
        ids.add(queue(null).id());
      }
      for (var id : ids) {
        await(id, RunState.DONE);
        assertThat(kept(id)).asString().isEqualTo("made of {\"n\": 1}");
      }
    }
    assertThat(work.begun).hasSize(5);
    try (var left = Files.list(folder.resolve("jobs"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aTryThatFailsIsFollowedByAnotherAndAHopelessOneByNone() {
    var work = new TestWork();
    work.failures.set(2);
    try (var _ = start(work)) {
      var id = queue(null).id();
      await(id, RunState.DONE);
      assertThat(work.begun).hasSize(3);

      work.hopeless = true;
      var other = queue(null).id();
      await(other, RunState.FAILED);
      assertThat(view(other).reason()).isEqualTo("Row 3 is too long.");
      assertThat(work.begun).hasSize(4);
    }
  }

  @Test
  void onlyWhatNobodyForesawIsLoggedWithItsTrace() {
    var work = new TestWork();
    work.failures.set(1);
    work.undelivered.set(1);
    try (var log = JobLog.open();
        var _ = start(work)) {
      var id = queue(null).id();
      await(id, RunState.DONE);
      assertThat(log.lines())
          .containsExactly(
              "WARN with a trace: job run " + id + " failed",
              "INFO: job run " + id + " waits for another try: the store is down");
    }
  }

  @Test
  void aFileThatWasMadeIsDeliveredUntilItArrivesAndNotMadeAgain() throws IOException {
    var work = new TestWork();
    work.undelivered.set(2);
    try (var _ = start(work)) {
      var id = queue(null).id();
      await(id, RunState.DONE);
      assertThat(work.begun).hasSize(1);
      assertThat(work.delivered).containsExactly(id, id, id);
      assertThat(view(id).place()).isEqualTo("far away");
    }
  }

  @Test
  void aRunUnderWayStopsWhenItIsCalledOff() {
    var work = new TestWork();
    work.endless = true;
    try (var _ = start(work)) {
      var id = queue(null).id();
      await(id, RunState.RUNNING);
      runs.cancel(id);
      await(id, RunState.CANCELLED);
    }
  }

  @Test
  void aNodeThatStopsLeavesItsRunToAnother() {
    var work = new TestWork();
    work.endless = true;
    var id = queue(null).id();
    try (var _ = start(work)) {
      await(id, RunState.RUNNING);
    }
    assertThat(view(id).state()).isEqualTo(RunState.QUEUED);
    assertThat(view(id).reason()).contains("stopped");

    try (var _ = start(new TestWork())) {
      await(id, RunState.DONE);
    }
    assertThat(view(id).reason()).isNull();
  }

  @Test
  void aRunThatKillsEveryNodeIsGivenUp() {
    var id = queue(null).id();
    set("tries = 12, reason = 'The disk is full.'");
    var work = new TestWork();
    try (var _ = start(work)) {
      await(id, RunState.FAILED);
    }
    assertThat(view(id).reason()).isEqualTo("Given up after 12 tries. The disk is full.");
    assertThat(work.begun).isEmpty();
  }

  @Test
  void aRunIsNotTriedOftenerThanItMay() {
    var id = queue(null).id();
    set("most_tries = 2");
    var work = new TestWork();
    work.failures.set(9);
    try (var _ = start(work)) {
      await(id, RunState.FAILED);
    }
    assertThat(work.begun).hasSize(2);
    assertThat(view(id).reason()).isEqualTo("Given up after 2 tries. no space left");
  }

  @Test
  void aRunThatTakesTooLongFailsWhileItIsWorkedAndWhileItWaits() {
    var work = new TestWork();
    work.endless = true;
    var id = queue(null).id();
    set("most_ms = 300");
    try (var _ = start(work)) {
      await(id, RunState.FAILED);
      var waiting = queue(null).id();
      set("most_ms = 300, started_at = now() - interval '1 s'");
      await(waiting, RunState.FAILED);
      assertThat(view(waiting).reason()).isEqualTo(view(id).reason());
    }
    assertThat(view(id).reason()).isEqualTo("It took longer than its schedule allows.");
  }

  /** Of all runs that have not ended. */
  private void set(String columns) {
    store
        .database()
        .run(
            connection ->
                Command.of("UPDATE job_run SET " + columns + " WHERE ended_at IS NULL")
                    .update(connection));
  }

  private JobRunner start(TestWork work) {
    var pace =
        new JobRunner.Pace(Duration.ofMillis(20), Duration.ofSeconds(3), Duration.ofMillis(10));
    return JobRunner.start(runs, List.of(work), folder.resolve("jobs"), pace);
  }

  private void await(String id, RunState state) {
    Eventually.soon().passes(() -> assertThat(view(id).state()).isEqualTo(state));
  }
}
