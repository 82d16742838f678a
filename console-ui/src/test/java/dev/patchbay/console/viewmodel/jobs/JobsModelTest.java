package dev.patchbay.console.viewmodel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fake.FakeJobs;
import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.jobs.JobsModel.Pane;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsModelTest {
  private final Desk desk = Desk.with(10);
  @TempDir private Path folder;

  @AfterEach
  void close() {
    desk.close();
  }

  private JobsModel jobs() {
    var model = new JobsModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  private ScheduleView stored(String name) {
    return Objects.requireNonNull(desk.hub.jobs.schedules.get(name));
  }

  private static RunView first(JobsModel model) {
    return model.runs().get().getFirst();
  }

  @Test
  void runsGoOnBeforeTheEyes() {
    var model = jobs();
    long before = first(model).rows();
    assertThat(RunWords.progress(first(model), Desk.NOW))
        .isEqualTo("51,000 of 200,000 rows · 25,000 rows/s · done in 6 s");
    desk.tasks.pass(Duration.ofSeconds(2));
    desk.tasks.settle();
    assertThat(first(model).rows()).isGreaterThan(before);
    model.close();
    long last = first(model).rows();
    desk.tasks.pass(Duration.ofSeconds(10));
    desk.tasks.settle();
    assertThat(first(model).rows()).as("nobody looks any more").isEqualTo(last);
  }

  @Test
  void aScheduleIsLetRestAndRunAtOnce() {
    var model = jobs();
    model.turn(model.schedules().get().getFirst());
    desk.tasks.settle();
    assertThat(stored("Open requests").draft().enabled()).isFalse();
    assertThat(desk.lastNotice())
        .isEqualTo("Open requests rests. What falls into this time is not made up for.");

    model.runNow(model.schedules().get().getFirst());
    desk.tasks.settle();
    assertThat(model.pane().get()).isInstanceOf(Pane.OfRun.class);
    assertThat(first(model).id()).isEqualTo("r-4");
    model.cancel(first(model));
    desk.tasks.settle();
    assertThat(first(model).state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void theFileOfARunIsPutOnThisComputer() throws IOException {
    var model = jobs();
    var target = folder.resolve("open.csv");
    model.save(model.runs().get().getLast(), target);
    desk.tasks.settle();
    assertThat(Files.readAllBytes(target)).isEqualTo(FakeJobs.FILE);
    assertThat(desk.lastNotice()).isEqualTo("Saved as " + target + ".");

    model.save(first(model), folder.resolve("nowhere").resolve("x.csv"));
    desk.tasks.settle();
    assertThat(desk.lastNotice()).contains("cannot be read or written");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(target);
    }
  }

  @Test
  void aHubWithoutJobsSaysTheFirstStep() {
    desk.hub.jobs.forget();
    assertThat(jobs().state().get()).isEqualTo(new ListState.NothingYet());
  }
}
