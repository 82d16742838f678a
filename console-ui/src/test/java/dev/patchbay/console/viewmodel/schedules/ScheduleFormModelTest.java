package dev.patchbay.console.viewmodel.schedules;

import static dev.patchbay.model.job.FolderImport.Afterwards.LEAVE;
import static dev.patchbay.model.job.StorePlace.OverwritePolicy.NEW_NAME;
import static dev.patchbay.model.job.StorePlace.OverwritePolicy.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.viewmodel.jobs.JobsModel.Pane;
import dev.patchbay.console.viewmodel.schedules.AgeFields.Secret;
import dev.patchbay.console.viewmodel.schedules.CleanUpFields.Thing;
import dev.patchbay.console.viewmodel.schedules.ScheduleFormModel.Times;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.imports.ImportDraft.OnErrors;
import dev.patchbay.model.job.AgeCheck;
import dev.patchbay.model.job.CleanUp;
import dev.patchbay.model.job.EventArchive;
import dev.patchbay.model.job.FolderImport;
import dev.patchbay.model.job.Period;
import dev.patchbay.model.job.Reconciliation;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleDraft.MissedPolicy;
import dev.patchbay.model.job.ScheduleDraft.OverlapPolicy;
import dev.patchbay.model.job.StorePlace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleFormModelTest extends ScheduleFormRig {
  @Test
  void whatTheFormDoesNotKnowIsNotShownInIt() {
    var newer =
        new ScheduleDraft(
            "New kind",
            null,
            "0 0 7 * * ?",
            "UTC",
            null,
            null,
            MissedPolicy.RUN_ONCE,
            OverlapPolicy.QUEUE,
            null,
            null,
            true);
    assertThat(ScheduleFormModel.shows(newer)).isFalse();
  }

  @Test
  void theImportOfAFolderIsMadeAndChangedAndTheRestOfItStays() {
    var model = jobs();
    var form = create(model, ScheduleKind.IMPORT);
    form.save();
    assertThat(form.problem().get()).isEqualTo("From the store is missing.");
    form.files().store().set("reports");
    form.files().folder().set("new");
    form.save();
    desk.tasks.settle();
    var files = FolderImport.of("reports", "new", "*.{csv,xlsx}");
    assertThat(stored("New").draft().files()).isEqualTo(files);

    var known =
        new FolderImport(
            "reports", "new", "*", "core", "p", "s", OnErrors.STOP, LEAVE, 9, 8, null, ";");
    var changed = edit(model, stored("New").draft().doing(known));
    changed.files().pattern().set("*.csv");
    changed.files().encoding().set("windows-1250");
    changed.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().files())
        .isEqualTo(
            new FolderImport(
                "reports",
                "new",
                "*.csv",
                "core",
                "p",
                "s",
                OnErrors.STOP,
                LEAVE,
                9,
                8,
                "windows-1250",
                ";"));
  }

  @Test
  void whatTheHubRefusesIsToldAtItsField() {
    var form = create(jobs(), ScheduleKind.EXPORT);
    var shown = form.faults().of("/export/name");
    var tooLong = new FieldError("/export/name", "must be 1 to 100 characters");
    var hidden = new FieldError("/tries", "must be 1 to 100");
    desk.hub.refuseNext("POST /schedules", 400, "Invalid", List.of(tooLong, hidden));
    form.save();
    desk.tasks.settle();
    assertThat(shown.get()).isEqualTo("Must be 1 to 100 characters");
    assertThat(form.problem().get()).isEqualTo("tries: must be 1 to 100");
    desk.hub.refuseNext("POST /schedules", 400, "Invalid", List.of(tooLong));
    form.save();
    desk.tasks.settle();
    assertThat(form.problem().get()).startsWith("One field is not right yet");
    form.faults().forgive("/export/name");
    assertThat(form.problem().get()).as("it was changed").isEmpty();
    form.save();
    desk.tasks.settle();
    assertThat(shown.get()).isEmpty();
    assertThat(form.problem().get()).isEmpty();
  }

  @Test
  void anArchiveOfEventsIsMadeAndChangedAndTheRestOfItStays() {
    var model = jobs();
    var form = create(model, ScheduleKind.ARCHIVE);
    form.save();
    assertThat(form.problem().get()).isEqualTo("Goes to is missing.");
    form.archive().store().set("reports");
    form.archive().period().set(Period.LAST_WEEK);
    form.save();
    desk.tasks.settle();
    var place = new StorePlace("reports", "events/{date:yyyy-MM-dd}.jsonl.gz", REFUSE);
    assertThat(stored("New").draft().archive())
        .isEqualTo(new EventArchive(place, Period.LAST_WEEK, null));

    var known = new EventArchive(new StorePlace("reports", "a", NEW_NAME), Period.YESTERDAY, "UTC");
    var changed = edit(model, stored("New").draft().doing(known));
    changed.archive().path().set("b");
    changed.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().archive())
        .isEqualTo(
            new EventArchive(new StorePlace("reports", "b", NEW_NAME), Period.YESTERDAY, "UTC"));
  }

  @Test
  void aComparisonOfRowsIsMadeAndChanged() {
    var model = jobs();
    var form = create(model, ScheduleKind.RECONCILE);
    form.save();
    assertThat(form.problem().get()).isEqualTo("Rows of the route is missing.");
    assertThat(form.choices().routes()).contains("requests");
    form.reconcile().route().set("requests");
    form.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().reconcile()).isEqualTo(new Reconciliation("requests", false));

    var changed = edit(model, stored("New").draft());
    changed.reconcile().repair().set(true);
    changed.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().reconcile()).isEqualTo(new Reconciliation("requests", true));
  }

  @Test
  void aCleanUpOnlyCountsUntilSomebodySaysOtherwise() {
    var model = jobs();
    var form = create(model, ScheduleKind.CLEAN_UP);
    form.cleanUp().days(Thing.RUNS).set("sixty");
    form.save();
    assertThat(form.problem().get())
        .isEqualTo("Runs with their logs must be a number of days, or empty.");
    form.cleanUp().days(Thing.RUNS).set("60");
    form.cleanUp().days(Thing.DOCUMENTS).set("365");
    form.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().cleanUp())
        .isEqualTo(new CleanUp(null, 60, null, null, null, null, 365, true));

    var changed = edit(model, stored("New").draft());
    changed.cleanUp().dryRun().set(false);
    changed.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().cleanUp())
        .isEqualTo(new CleanUp(null, 60, null, null, null, null, 365, false));
  }

  @Test
  void aLookAtTheAgesOfSecretsIsMadeAndChanged() {
    var model = jobs();
    var form = create(model, ScheduleKind.SECRET_AGES);
    form.ages().days(Secret.SECRETS).set("180");
    form.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().ages()).isEqualTo(new AgeCheck(180, null, null));

    var changed = edit(model, stored("New").draft());
    assertThat(changed.ages().days(Secret.SECRETS).get()).isEqualTo("180");
    changed.ages().days(Secret.UNUSED_KEYS).set("90");
    changed.save();
    desk.tasks.settle();
    assertThat(stored("New").draft().ages()).isEqualTo(new AgeCheck(180, null, 90));
  }

  @Test
  void aNewScheduleShowsItsTimesAsOneTypes() {
    var model = jobs();
    model.create();
    desk.tasks.settle();
    var form = ((Pane.Editing) model.pane().get()).form();
    assertThat(form.times().get()).isInstanceOf(Times.Known.class);
    form.cron().set("");
    desk.tasks.pass(ScheduleFormModel.TYPING);
    desk.tasks.settle();
    assertThat(form.times().get()).isEqualTo(new Times.Wrong("cron must have six or seven fields"));

    form.save();
    assertThat(form.problem().get()).isEqualTo("Name is missing.");
    form.name().set("Weekly");
    form.cron().set("0 0 7 ? * MON");
    form.export().period().set(Optional.of(Period.LAST_WEEK));
    form.export().store().set("reports");
    form.save();
    desk.tasks.settle();
    var draft = stored("Weekly").draft();
    assertThat(draft.cron()).isEqualTo("0 0 7 ? * MON");
    assertThat(draft.export()).isNotNull();
    assertThat(draft.export().period()).isEqualTo(Period.LAST_WEEK);
    assertThat(draft.export().store()).isNotNull();
    assertThat(draft.export().store().connector()).isEqualTo("reports");
    assertThat(model.pane().get()).isEqualTo(new Pane.Closed());
  }

  @Test
  void whatTheFormDoesNotShowStaysAsItIs() {
    var model = jobs();
    var before = stored("Open requests").draft();
    model.edit(model.schedules().get().getFirst());
    desk.tasks.settle();
    ((Pane.Editing) model.pane().get()).form().save();
    desk.tasks.settle();
    assertThat(stored("Open requests").draft()).isEqualTo(before);
    assertThat(stored("Open requests").version()).isEqualTo(2);
  }
}
