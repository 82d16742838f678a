package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.console.viewmodel.Desk;
import dev.patchbay.console.viewmodel.jobs.JobsModel;
import dev.patchbay.console.viewmodel.jobs.JobsModel.Pane;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** Forms of schedules, at a desk of their own for each test. */
abstract class ScheduleFormRig {
  final Desk desk = Desk.with(10);

  @AfterEach
  final void close() {
    desk.close();
  }

  final JobsModel jobs() {
    var model = new JobsModel(desk.session, desk.notices::add);
    desk.tasks.settle();
    return model;
  }

  final ScheduleView stored(String name) {
    return Objects.requireNonNull(desk.hub.jobs.schedules.get(name));
  }

  final ScheduleFormModel create(JobsModel model, ScheduleKind kind) {
    model.create();
    desk.tasks.settle();
    var form = ((Pane.Editing) model.pane().get()).form();
    form.name().set("New");
    form.kind().set(kind);
    return form;
  }

  final ScheduleFormModel edit(JobsModel model, ScheduleDraft draft) {
    var view = stored(draft.name());
    model.edit(
        new ScheduleView(
            draft,
            view.does(),
            view.words(),
            view.next(),
            view.last(),
            view.version(),
            view.changedAt(),
            view.changedBy()));
    desk.tasks.settle();
    return ((Pane.Editing) model.pane().get()).form();
  }

  final ExportDraft export(String schedule) {
    return Objects.requireNonNull(stored(schedule).draft().export());
  }
}
