package dev.patchbay.console.viewmodel.schedules;

import dev.patchbay.model.job.ScheduleDraft;
import java.util.Optional;

/** What a schedule does, as far as the form knows. */
public enum ScheduleKind {
  EXPORT,
  IMPORT,
  RECONCILE,
  CLEAN_UP,
  SECRET_AGES,
  ARCHIVE;

  /** What a draft does, empty if the form does not show that. */
  public static Optional<ScheduleKind> of(ScheduleDraft draft) {
    if (draft.export() != null) {
      return Optional.of(EXPORT);
    }
    if (draft.files() != null) {
      return Optional.of(IMPORT);
    }
    if (draft.reconcile() != null) {
      return Optional.of(RECONCILE);
    }
    if (draft.cleanUp() != null) {
      return Optional.of(CLEAN_UP);
    }
    if (draft.ages() != null) {
      return Optional.of(SECRET_AGES);
    }
    return draft.archive() == null ? Optional.empty() : Optional.of(ARCHIVE);
  }
}
