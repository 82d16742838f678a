package dev.patchbay.server.schedule;

import dev.patchbay.core.schedule.DueRuns;
import dev.patchbay.core.schedule.HolidayCalendars;
import dev.patchbay.core.schedule.Schedule;
import dev.patchbay.core.schedule.ScheduleStore;
import dev.patchbay.core.schedule.ScheduledWork;
import dev.patchbay.core.stored.Saved;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.job.Firings;
import dev.patchbay.model.job.Firings.Firing;
import dev.patchbay.model.job.FiringsDraft;
import dev.patchbay.model.job.RunView;
import dev.patchbay.model.job.ScheduleDraft;
import dev.patchbay.model.job.ScheduleView;
import dev.patchbay.scheduler.ZonedCron;
import dev.patchbay.server.config.Desk;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes schedules, tells when they are due, and has them run at once. Thread-safe. */
public final class ScheduleDesk implements Desk<ScheduleDraft, Schedule> {
  private final Parts parts;
  private final DraftFaults faults;
  private final InstantSource clock;

  /**
   * What a desk works with.
   *
   * @param queued told of every new run
   */
  public record Parts(
      ScheduleStore schedules, HolidayCalendars calendars, DueRuns runs, Runnable queued) {}

  /**
   * A desk.
   *
   * @param works finds what is wrong with what a schedule does
   * @param zone of schedules that name none
   */
  public ScheduleDesk(Parts parts, WorkFaults works, ZoneId zone, InstantSource clock) {
    this.parts = parts;
    this.faults = new DraftFaults(works, zone, clock);
    this.clock = clock;
  }

  @Override
  public List<FieldError> faults(ScheduleDraft draft) {
    return faults.of(draft);
  }

  @Override
  public Saved<Schedule> create(ScheduleDraft draft, String who) {
    return parts.schedules().create(complete(draft), who);
  }

  @Override
  public Saved<Schedule> update(ScheduleDraft draft, long expected, String who) {
    return parts.schedules().update(complete(draft), expected, who);
  }

  @Override
  public Saved<Schedule> delete(String name, long expected, String who) {
    return parts.schedules().delete(name, expected, who);
  }

  /** Lets one rest, or go on. */
  public Saved<Schedule> enable(Schedule schedule, boolean enabled, String who) {
    return parts.schedules().update(schedule.draft().withEnabled(enabled), schedule.version(), who);
  }

  /** Its zone stays when the hub's changes. */
  private ScheduleDraft complete(ScheduleDraft draft) {
    return draft.zone() == null ? draft.in(faults.id(null).getId()) : draft;
  }

  public Optional<Schedule> find(String name) {
    return parts.schedules().find(name);
  }

  /** All, by name. */
  public List<ScheduleView> views() {
    var newest = parts.runs().newest();
    return parts.schedules().all().stream()
        .map(schedule -> view(schedule, newest.get(schedule.name())))
        .toList();
  }

  /** How one stands. */
  public ScheduleView view(Schedule schedule) {
    return view(schedule, parts.runs().newest(schedule.name()).orElse(null));
  }

  private ScheduleView view(Schedule schedule, @Nullable RunView last) {
    var draft = schedule.draft();
    return new ScheduleView(
        draft,
        does(draft),
        words(draft),
        draft.enabled() ? next(draft) : null,
        last,
        schedule.version(),
        schedule.changedAt(),
        schedule.changedBy());
  }

  /** A newer version of the hub may have stored what this one does not know. */
  private static String does(ScheduleDraft draft) {
    return ScheduledWork.allOf(draft).stream()
        .findFirst()
        .map(ScheduledWork::words)
        .orElse("What this version of the hub does not know");
  }

  private static String words(ScheduleDraft draft) {
    var after = draft.after();
    if (after == null) {
      return cron(draft).words();
    }
    return switch (after.of()) {
      case DONE -> "After each run of " + after.schedule() + " that is done";
      case ANY -> "After each run of " + after.schedule();
    };
  }

  private @Nullable Instant next(ScheduleDraft draft) {
    if (draft.cron() == null) {
      return null;
    }
    var resting = days(draft.holidays());
    var cron = cron(draft);
    var next = cron.next(clock.instant());
    while (next.filter(at -> resting.contains(day(at, cron))).isPresent()) {
      next = cron.next(next.get());
    }
    return next.orElse(null);
  }

  private static ZonedCron cron(ScheduleDraft draft) {
    return ZonedCron.of(
        Objects.requireNonNull(draft.cron()), ZoneId.of(Objects.requireNonNull(draft.zone())));
  }

  private static LocalDate day(Instant at, ZonedCron cron) {
    return LocalDate.ofInstant(at, cron.zone());
  }

  private Set<LocalDate> days(@Nullable String calendar) {
    return calendar == null
        ? Set.of()
        : parts
            .calendars()
            .find(calendar)
            .map(it -> (Set<LocalDate>) new HashSet<>(it.calendar().days()))
            .orElse(Set.of());
  }

  /** Faults of what is asked, by field. */
  public List<FieldError> faults(FiringsDraft asked) {
    var zone = faults.zone(asked.zone());
    if (zone.isPresent()) {
      return List.of(zone.get());
    }
    if (asked.holidays() != null && parts.calendars().find(asked.holidays()).isEmpty()) {
      return List.of(
          new FieldError("/holidays", "there is no calendar '" + asked.holidays() + "'"));
    }
    return faults.cron(asked.cron(), asked.zone()).stream().toList();
  }

  /** The next times of what has no faults. */
  public Firings firings(FiringsDraft asked, int count) {
    var cron = ZonedCron.of(asked.cron(), faults.id(asked.zone()));
    var resting = days(asked.holidays());
    var found = new ArrayList<Firing>();
    var after = asked.after() == null ? clock.instant() : asked.after();
    for (var at = cron.next(after);
        at.isPresent() && found.size() < count;
        at = cron.next(at.get())) {
      var local = at.get().atZone(cron.zone()).toOffsetDateTime().toString();
      found.add(new Firing(at.get(), local, resting.contains(day(at.get(), cron))));
    }
    return new Firings(cron.words(), found);
  }

  /**
   * Has one run at once, even if it rests.
   *
   * @param once the caller's key for it, null if it has none
   */
  public Optional<RunView> now(String name, String who, @Nullable String once) {
    var run = parts.runs().now(name, who, once);
    run.ifPresent(_ -> parts.queued().run());
    return run;
  }
}
