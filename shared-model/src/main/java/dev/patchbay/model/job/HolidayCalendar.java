package dev.patchbay.model.job;

import java.time.LocalDate;
import java.util.List;

/**
 * Days on which schedules rest.
 *
 * @param days in their order, each once
 */
public record HolidayCalendar(String name, List<LocalDate> days) {
  public HolidayCalendar {
    days = days == null ? List.of() : days.stream().distinct().sorted().toList();
  }
}
