package dev.patchbay.server.schedule;

import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.scheduler.ZonedCron;
import dev.patchbay.server.export.Zones;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the draft of a schedule, by field.
 *
 * @param works finds what is wrong with what it does
 * @param usual zone of those that name none
 */
record DraftFaults(WorkFaults works, ZoneId usual, InstantSource clock) {
  private static final int LONGEST_TIMEOUT = 7 * 24 * 60;
  private static final int MOST_TRIES = 50;

  List<FieldError> of(ScheduleDraft draft) {
    var faults = new ArrayList<>(works.of(draft));
    if (draft.cron() != null && draft.after() != null) {
      faults.add(
          new FieldError("/cron", "must not stand beside /after: give one of the two, not both"));
    } else if (draft.cron() == null && draft.after() == null) {
      faults.add(new FieldError("/cron", "must say when it is due, or /after what it follows"));
    }
    zone(draft.zone()).ifPresent(faults::add);
    if (draft.cron() != null && faults.isEmpty()) {
      cron(draft.cron(), draft.zone()).ifPresent(faults::add);
    }
    bounds("/timeoutMinutes", draft.timeoutMinutes(), LONGEST_TIMEOUT).ifPresent(faults::add);
    bounds("/tries", draft.tries(), MOST_TRIES).ifPresent(faults::add);
    return faults;
  }

  Optional<FieldError> zone(@Nullable String zone) {
    return zone == null || Zones.isKnown(zone)
        ? Optional.empty()
        : Optional.of(new FieldError("/zone", Zones.MUST_BE));
  }

  /** Of an expression in a zone that is known. */
  Optional<FieldError> cron(String cron, @Nullable String zone) {
    try {
      return ZonedCron.of(cron, id(zone)).next(now()).isPresent()
          ? Optional.empty()
          : Optional.of(new FieldError("/cron", "is never due again"));
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(new FieldError("/cron", String.valueOf(unreadable.getMessage())));
    }
  }

  ZoneId id(@Nullable String zone) {
    return zone == null ? usual : ZoneId.of(zone);
  }

  private Instant now() {
    return clock.instant();
  }

  private static Optional<FieldError> bounds(String field, @Nullable Integer value, int most) {
    return value == null || (value >= 1 && value <= most)
        ? Optional.empty()
        : Optional.of(new FieldError(field, "must be 1 to " + most));
  }
}
