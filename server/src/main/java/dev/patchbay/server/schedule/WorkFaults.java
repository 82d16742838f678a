package dev.patchbay.server.schedule;

import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.access.Caller;
import dev.patchbay.model.job.ExportDraft;
import dev.patchbay.model.job.NoticeOrder;
import dev.patchbay.model.job.NoticeOrder.Event;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.server.age.AgeCheckFaults;
import dev.patchbay.server.archive.ArchiveFaults;
import dev.patchbay.server.cleanup.CleanUpFaults;
import dev.patchbay.server.dataset.Datasets;
import dev.patchbay.server.folder.FolderFaults;
import dev.patchbay.server.mail.Addressees;
import dev.patchbay.server.reconcile.ReconciliationFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What is wrong with what a schedule does, and whom it tells of it.
 *
 * @param exports finds what is wrong with an export for a caller
 * @param folders finds what is wrong with the import of a folder
 * @param reconciliations finds what is wrong with rows that are compared
 * @param archives finds what is wrong with events that are kept
 */
public record WorkFaults(
    BiFunction<ExportDraft, Caller, List<FieldError>> exports,
    FolderFaults folders,
    ReconciliationFaults reconciliations,
    ArchiveFaults archives,
    Addressees addressees) {
  List<FieldError> of(ScheduleDraft draft) {
    var faults = new ArrayList<>(work(draft.name(), ScheduledWork.allOf(draft)));
    if (draft.notice() != null) {
      faults.addAll(notice(draft.notice()));
    }
    return faults;
  }

  private List<FieldError> work(String schedule, List<ScheduledWork> all) {
    if (all.isEmpty()) {
      return List.of(
          new FieldError(
              "/export",
              "must say what is made, or /import, /cleanUp, /reconcile, /secretAges or /archive what else is done"));
    }
    var first = all.getFirst();
    return all.size() == 1
        ? faults(schedule, first).stream().map(fault -> below("/" + first.field(), fault)).toList()
        : List.of(
            new FieldError(
                "/" + all.get(1).field(),
                "must not stand beside /" + first.field() + ": make a schedule for each"));
  }

  private List<FieldError> faults(String schedule, ScheduledWork work) {
    return switch (work) {
      case ScheduledWork.Export(var draft) -> exports.apply(draft, Datasets.schedule(schedule));
      case ScheduledWork.Import(var files) -> folders.of(files);
      case ScheduledWork.Removal(var order) -> CleanUpFaults.of(order);
      case ScheduledWork.Comparison(var order) -> reconciliations.of(order);
      case ScheduledWork.AgesOfSecrets(var check) -> AgeCheckFaults.of(check);
      case ScheduledWork.Archive(var order) -> archives.of(order);
    };
  }

  private static FieldError below(String at, FieldError fault) {
    return new FieldError(at + fault.field(), fault.message());
  }

  private List<FieldError> notice(NoticeOrder notice) {
    var faults = new ArrayList<>(addressees.faults(notice.connector(), notice.to(), "/notify"));
    if (notice.on().contains(Event.RECOVERED) && !notice.on().contains(Event.FAILED)) {
      faults.add(new FieldError("/notify/on", "must hold FAILED too where it holds RECOVERED"));
    }
    return faults;
  }
}
