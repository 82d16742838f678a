package dev.patchbay.sandbox.format;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Serial dates: days since 1899-12-30, the fraction is the time of day. */
public final class Serial {

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final double DAY_MILLIS = 86_400_000;

  private Serial() {}

  public static double of(LocalDate date) {
    return ChronoUnit.DAYS.between(EPOCH, date);
  }

  public static double of(LocalTime time) {
    return time.toNanoOfDay() / 1e6 / DAY_MILLIS;
  }

  public static double of(LocalDateTime moment) {
    return of(moment.toLocalDate()) + of(moment.toLocalTime());
  }

  public static LocalDateTime toDateTime(double serial) {
    return EPOCH.atStartOfDay().plus(Math.round(serial * DAY_MILLIS), ChronoUnit.MILLIS);
  }
}
