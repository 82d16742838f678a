package dev.patchbay.model.job;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A stretch of whole days, told from the day on which a run is due. Weeks begin on Monday. */
public enum Period {
  TODAY,
  YESTERDAY,
  THIS_WEEK,
  LAST_WEEK,
  THIS_MONTH,
  LAST_MONTH,
  THIS_YEAR,
  LAST_YEAR;

  /**
   * When it begins.
   *
   * @param due when the run is due
   */
  public Instant from(Instant due, ZoneId zone) {
    return first(LocalDate.ofInstant(due, zone)).atStartOfDay(zone).toInstant();
  }

  /** When it is over; for one that is not yet over this lies after {@code due}. */
  public Instant to(Instant due, ZoneId zone) {
    var day = first(LocalDate.ofInstant(due, zone));
    return day.plus(1, unit()).atStartOfDay(zone).toInstant();
  }

  private LocalDate first(LocalDate day) {
    return switch (this) {
      case TODAY -> day;
      case YESTERDAY -> day.minusDays(1);
      case THIS_WEEK -> monday(day);
      case LAST_WEEK -> monday(day).minusWeeks(1);
      case THIS_MONTH -> day.withDayOfMonth(1);
      case LAST_MONTH -> day.withDayOfMonth(1).minusMonths(1);
      case THIS_YEAR -> day.withDayOfYear(1);
      case LAST_YEAR -> day.withDayOfYear(1).minusYears(1);
    };
  }

  private ChronoUnit unit() {
    return switch (this) {
      case TODAY, YESTERDAY -> ChronoUnit.DAYS;
      case THIS_WEEK, LAST_WEEK -> ChronoUnit.WEEKS;
      case THIS_MONTH, LAST_MONTH -> ChronoUnit.MONTHS;
      case THIS_YEAR, LAST_YEAR -> ChronoUnit.YEARS;
    };
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
