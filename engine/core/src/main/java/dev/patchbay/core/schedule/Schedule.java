package dev.patchbay.core.schedule;

import dev.patchbay.model.job.ScheduleDraft;
import java.time.Instant;

/** A schedule as it is stored. */
public record Schedule(ScheduleDraft draft, long version, Instant changedAt, String changedBy) {
  public String name() {
    return draft.name();
  }
}
