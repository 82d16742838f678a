package dev.patchbay.console.view.jobs;

import static dev.patchbay.console.view.control.Controls.button;
import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Command;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.ListCard;
import dev.patchbay.console.view.control.ListPage;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.Placeholder;
import dev.patchbay.console.view.control.ProgressLine;
import dev.patchbay.console.view.control.SidePane;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.Screen;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.view.schedules.ScheduleForm;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.jobs.JobsModel;
import dev.patchbay.console.viewmodel.jobs.JobsModel.Pane;
import dev.patchbay.console.viewmodel.jobs.RunWords;
import dev.patchbay.console.viewmodel.schedules.ScheduleFormModel;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleView;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Schedules and their next times, the newest runs and how far they are, and a side pane. */
public final class JobsScreen implements Screen {
  private final Session session;
  private final JobsModel model;
  private final List<Command> commands;
  private final VBox schedules = new VBox(10);
  private final VBox runs = new VBox(6);
  private final SidePane pane;
  private final RunPane runPane;
  private final HBox root;

  public JobsScreen(Session session, ShellFrame frame) {
    this.session = session;
    this.model = new JobsModel(session, frame::notice);
    this.pane = new SidePane("job-pane", model::closePane);
    this.runPane = new RunPane(session, model, frame);
    this.commands =
        List.of(
            Command.of(
                "newSchedule", Feather.PLUS, "Ctrl+N", Writable.admin(session), model::create),
            Command.of("reload", Feather.REPEAT, "Ctrl+R", model::reload));
    this.root = new HBox(page(), pane);
    model.schedules().subscribe(this::showSchedules);
    model.runs().subscribe(this::showRuns);
    model.pane().subscribe(this::showPane);
  }

  private VBox page() {
    var lists =
        column(
            14,
            label(text("jobs.schedules"), "section-title"),
            schedules,
            label(text("jobs.runs"), "section-title"),
            runs);
    var ways = new Placeholder.Ways("jobs", model::create, model::reload, model::reload);
    return ListPage.of(commands.getFirst(), lists, model.state(), ways);
  }

  private void showSchedules(List<ScheduleView> all) {
    Controls.replace(
        schedules,
        all.isEmpty()
            ? List.of(label(text("jobs.noSchedules"), "muted"))
            : all.stream().map(this::schedule).toList());
  }

  private Node schedule(ScheduleView view) {
    var draft = view.draft();
    var name = row(10, label(draft.name(), "card-title"), Pill.of(view));
    var last = view.last();
    if (last != null) {
      name.getChildren().add(Pill.of(last.state()));
    }
    var times = label(view.words() + " · " + draft.zone());
    var next = label(next(view), "muted");
    var runNow = action("runNow", Feather.PLAY_CIRCLE, view, support(), () -> model.runNow(view));
    runNow.getStyleClass().add("run-now");
    return ListCard.of(
        "schedule-" + draft.name(),
        List.of(name, label(does(view)), times, next),
        runNow,
        turn(view),
        edit(view));
  }

  private static String does(ScheduleView view) {
    return ScheduleFormModel.shows(view.draft())
        ? view.does()
        : text("jobs.doesElsewhere", view.does());
  }

  private Button edit(ScheduleView view) {
    var allowed = Writable.admin(session);
    var edit = action("edit", Feather.EDIT_2, view, allowed, () -> model.edit(view));
    if (!ScheduleFormModel.shows(view.draft())) {
      edit.disableProperty().unbind();
      edit.setDisable(true);
    }
    return edit;
  }

  private String next(ScheduleView view) {
    var next = view.next();
    if (!view.draft().enabled()) {
      return text("jobs.rests");
    }
    if (next == null) {
      return text(view.draft().after() == null ? "jobs.never" : "jobs.follows");
    }
    return text("jobs.next", When.stamp(next), When.until(next, session.now()));
  }

  /** One button with two names, so that the focus stays on it. */
  private Button turn(ScheduleView view) {
    boolean goes = view.draft().enabled();
    var turn =
        action(
            goes ? "pause" : "resume",
            goes ? Feather.PAUSE : Feather.PLAY,
            view,
            support(),
            () -> model.turn(view));
    turn.setId("turn-" + view.draft().name());
    return turn;
  }

  private BooleanBinding support() {
    return Writable.support(session);
  }

  private static Button action(
      String key, Feather sign, ScheduleView view, BooleanBinding allowed, Runnable action) {
    var name = view.draft().name();
    var button = Controls.small(new Button(text("jobs." + key), icon(sign)));
    Controls.tell(button, key + "-" + name, name);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.disableProperty().bind(allowed.not());
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void showRuns(List<RunView> all) {
    Controls.replace(
        runs,
        all.isEmpty()
            ? List.of(label(text("jobs.noRuns"), "muted"))
            : all.stream().map(this::run).toList());
  }

  private Node run(RunView run) {
    var head = row(10, Pill.of(run.state()), label(run.name(), "strong"));
    boolean moves = RunWords.isOpen(run) && run.startedAt() != null;
    return ProgressLine.of(
        "run-" + run.id(),
        run.name(),
        head,
        RunWords.line(run, session.now()),
        ProgressLine.bar(run.name(), RunWords.share(run), moves),
        () -> model.open(run));
  }

  private void showPane(Pane shown) {
    switch (shown) {
      case Pane.Closed() -> pane.close();
      case Pane.OfRun(var run, var log) -> pane.show(run.name(), runPane.of(run, log));
      case Pane.Editing(var form) ->
          pane.showForm(
              form.isNew() ? text("schedule.new") : form.name().get(),
              new ScheduleForm(form, Writable.admin(session), model::closePane));
    }
  }

  @Override
  public void escape() {
    model.closePane();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public List<Command> commands() {
    return commands;
  }

  @Override
  public void close() {
    model.close();
  }
}
