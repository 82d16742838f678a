package dev.patchbay.console.view.jobs;

import static dev.patchbay.console.view.control.Controls.column;
import static dev.patchbay.console.view.control.Controls.icon;
import static dev.patchbay.console.view.control.Controls.label;
import static dev.patchbay.console.view.control.Controls.row;
import static dev.patchbay.console.view.control.Controls.wrapped;
import static dev.patchbay.console.viewmodel.Texts.text;

import dev.patchbay.console.view.control.Callout;
import dev.patchbay.console.view.control.Controls;
import dev.patchbay.console.view.control.Pill;
import dev.patchbay.console.view.control.ProgressLine;
import dev.patchbay.console.view.control.Writable;
import dev.patchbay.console.view.frame.ShellFrame;
import dev.patchbay.console.viewmodel.FileSize;
import dev.patchbay.console.viewmodel.When;
import dev.patchbay.console.viewmodel.jobs.JobsModel;
import dev.patchbay.console.viewmodel.jobs.RunWords;
import dev.patchbay.console.viewmodel.session.Session;
import dev.patchbay.model.job.RunLogLine;
import dev.patchbay.model.job.RunState;
import dev.patchbay.model.job.RunView;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One run in the side pane: how far it is, what it made, what happened to it. */
final class RunPane {
  private final Session session;
  private final JobsModel model;
  private final ShellFrame frame;

  RunPane(Session session, JobsModel model, ShellFrame frame) {
    this.session = session;
    this.model = model;
    this.frame = frame;
  }

  Node of(RunView run, List<RunLogLine> log) {
    var parts = new VBox(18, head(run));
    var reason = run.reason();
    if (reason != null) {
      parts.getChildren().add(reason(run, reason));
    }
    var file = run.file();
    if (file != null) {
      parts.getChildren().add(file(run, file));
    }
    parts.getChildren().add(log(log));
    return parts;
  }

  private Node head(RunView run) {
    var words =
        column(
            4,
            row(10, Pill.of(run.state()), label(RunWords.when(run, session.now()), "muted")),
            wrapped(RunWords.origin(run)),
            wrapped(RunWords.progress(run, session.now()), "muted"));
    var due = run.due();
    if (due != null) {
      words.getChildren().add(label(text("jobs.due", When.stamp(due)), "muted"));
    }
    if (RunWords.isOpen(run)) {
      words
          .getChildren()
          .addAll(ProgressLine.wide(run.name(), RunWords.share(run), true), cancel(run));
    }
    return words;
  }

  private Node cancel(RunView run) {
    var cancel = Controls.small(new Button(text("jobs.cancel"), icon(Feather.X_CIRCLE)));
    Controls.tell(cancel, "cancel-run", run.name());
    cancel.disableProperty().bind(Writable.support(session).not());
    cancel.setOnAction(_ -> model.cancel(run));
    return cancel;
  }

  private static Node reason(RunView run, String reason) {
    boolean bad = run.state() == RunState.FAILED;
    return Callout.of(
        bad ? Feather.ALERT_CIRCLE : Feather.INFO,
        bad ? "bad" : "warn",
        text(bad ? "jobs.failed" : "jobs.why"),
        reason);
  }

  private Node file(RunView run, RunView.ResultFile file) {
    var words =
        column(2, wrapped(file.name(), "strong"), label(FileSize.words(file.length()), "muted"));
    var place = run.place();
    if (place != null) {
      words.getChildren().add(wrapped(text("jobs.place", place), "muted"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    var save = Controls.small(new Button(text("jobs.save"), icon(Feather.DOWNLOAD)));
    save.setId("save-file");
    save.setOnAction(_ -> save(run, file));
    var open = Controls.small(new Button(text("jobs.open"), icon(Feather.EXTERNAL_LINK)));
    open.setId("open-file");
    open.setOnAction(_ -> model.fetch(run, file.name(), frame::showFile));
    return column(
        8, label(text("jobs.file"), "section-title"), new HBox(10, words), row(8, open, save));
  }

  private void save(RunView run, RunView.ResultFile file) {
    frame.chooseFile(file.name(), chosen -> model.save(run, chosen));
  }

  private static Node log(List<RunLogLine> log) {
    var lines = new VBox(8);
    for (var line : log) {
      var text = wrapped(line.text());
      HBox.setHgrow(text, Priority.ALWAYS);
      lines.getChildren().add(new HBox(10, label(When.clock(line.at()), "muted", "mono"), text));
    }
    return column(8, label(text("jobs.log"), "section-title"), lines);
  }
}
