package dev.patchbay.console.viewmodel.jobs;

import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.client.Failure;
import dev.patchbay.console.client.HubException;
import dev.patchbay.console.viewmodel.ListState;
import dev.patchbay.console.viewmodel.Notice;
import dev.patchbay.console.viewmodel.SeenFiles;
import dev.patchbay.console.viewmodel.UiTask;
import dev.patchbay.console.viewmodel.schedules.ScheduleChoices;
import dev.patchbay.console.viewmodel.schedules.ScheduleFormModel;
import dev.patchbay.console.viewmodel.session.Polling;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.console.viewmodel.session.SwitchList;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Schedules and the newest runs; asked for again every two seconds while they are looked at. */
public final class JobsModel implements AutoCloseable {
  private static final int RUNS = 50;

  private final Session session;
  private final Consumer<Notice> notices;
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(new ListState.Loading());
  private final SwitchList<ScheduleView> schedules;
  private final ReadOnlyObjectWrapper<List<RunView>> runs = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Pane> pane = new ReadOnlyObjectWrapper<>(new Pane.Closed());
  private final Polling<Looked> polling;
  private UiTask opening = UiTask.none();

  /** Read by the thread that asks. */
  private volatile @Nullable String shownRun;

  /** What the side pane shows. */
  public sealed interface Pane {
    /** Nothing. */
    record Closed() implements Pane {}

    /** A run and what happened to it. */
    record OfRun(RunView run, List<RunLogLine> log) implements Pane {}

    /** A schedule being made or changed. */
    record Editing(ScheduleFormModel form) implements Pane {}
  }

  /** Fetches schedules and runs at once. */
  public JobsModel(Session session, Consumer<Notice> notices) {
    this.session = session;
    this.notices = notices;
    this.schedules = new SwitchList<>(session, new ScheduleSwitch(session), notices);
    pane.subscribe(shown -> shownRun = shown instanceof Pane.OfRun(var run, _) ? run.id() : null);
    this.polling = new Polling<>(session, this::look, this::show, this::failed);
    reload();
  }

  /** Whether there are schedules or runs, and why not. */
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /** The schedules. */
  public ReadOnlyObjectProperty<List<ScheduleView>> schedules() {
    return schedules.shown();
  }

  /** The newest runs. */
  public ReadOnlyObjectProperty<List<RunView>> runs() {
    return runs.getReadOnlyProperty();
  }

  /** What the side pane shows. */
  public ReadOnlyObjectProperty<Pane> pane() {
    return pane.getReadOnlyProperty();
  }

  private record Looked(
      List<ScheduleView> schedules, List<RunView> runs, Pane.@Nullable OfRun shown) {}

  /** Fetches everything again. */
  public void reload() {
    polling.now();
  }

  private Looked look() throws HubException, InterruptedException {
    var shown = shownRun;
    var jobs = session.client().jobs();
    return new Looked(
        jobs.schedules().items(),
        jobs.runs(RUNS).items(),
        shown == null ? null : new Pane.OfRun(jobs.run(shown), jobs.log(shown).items()));
  }

  private void show(Looked looked) {
    schedules.know(looked.schedules());
    runs.set(looked.runs());
    boolean nothing = looked.schedules().isEmpty() && looked.runs().isEmpty();
    state.set(nothing ? new ListState.NothingYet() : new ListState.Ready());
    if (looked.shown() != null
        && pane.get() instanceof Pane.OfRun(var before, _)
        && before.id().equals(looked.shown().run().id())
        && !pane.get().equals(looked.shown())) { // or it would be drawn anew under the reader
      pane.set(looked.shown());
    }
  }

  /** What was seen stays; that it is old the banner says. */
  private void failed(Failure failure) {
    if (!(state.get() instanceof ListState.Ready)) {
      state.set(ListState.after(failure));
    }
  }

  /** Lets a schedule rest, or go on. */
  public void turn(ScheduleView schedule) {
    schedules.turn(schedule);
  }

  /** Has a schedule run at once, and shows the run. */
  public void runNow(ScheduleView schedule) {
    session.run(
        () -> session.client().jobs().runNow(schedule.draft().name()),
        run -> {
          notices.accept(Notice.success(text("notice.runQueued", schedule.draft().name())));
          open(run);
        },
        this::notice);
  }

  /** Shows a run in the side pane. */
  public void open(RunView run) {
    pane.set(new Pane.OfRun(run, List.of()));
    reload();
  }

  /** Calls a run off. */
  public void cancel(RunView run) {
    session.run(
        () -> session.client().jobs().cancel(run.id()),
        after -> {
          notices.accept(Notice.success(text("notice.runCancelled", after.name())));
          reload();
        },
        this::notice);
  }

  /** Puts the file of a run on this computer. */
  public void save(RunView run, Path target) {
    session.run(
        () -> session.client().jobs().save(run.id(), target),
        saved -> notices.accept(Notice.success(text("notice.fileSaved", saved))),
        this::notice);
  }

  /** Fetches the file of a run to look at it: where such files go that nobody keeps. */
  public void fetch(RunView run, String name, Consumer<Path> shown) {
    session.run(
        () -> session.client().jobs().save(run.id(), SeenFiles.of(name)), shown, this::notice);
  }

  private void notice(Failure failure) {
    notices.accept(Notice.of(failure));
  }

  /** Begins a new schedule. */
  public void create() {
    edit(null);
  }

  /** Begins to change a schedule. */
  public void edit(@Nullable ScheduleView known) {
    opening.cancel();
    opening =
        session.run(
            this::choices,
            choices ->
                pane.set(
                    new Pane.Editing(new ScheduleFormModel(session, known, choices, this::saved))),
            this::notice);
  }

  private ScheduleChoices choices() throws HubException, InterruptedException {
    var client = session.client();
    return ScheduleChoices.of(
        client.connectors().items(),
        client.connectorTypes().items(),
        client.routes().items(),
        client.templates().all().items());
  }

  private void saved(ScheduleView schedule) {
    schedules.know(schedule);
    notices.accept(Notice.success(text("notice.scheduleSaved", schedule.draft().name())));
    closePane();
    reload();
  }

  /** Closes the side pane. */
  public void closePane() {
    opening.cancel();
    pane.set(new Pane.Closed());
  }

  @Override
  public void close() {
    polling.close();
    opening.cancel();
  }
}
