package dev.patchbay.model.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many requests there are, counted three ways.
 *
 * @param asOf every event accepted before this time is in it, except dead letters
 * @param zone time zone that days are meant in, for example {@code Europe/Berlin}
 * @param status by status, most first
 * @param category by category, most first
 * @param days by the day they were asked for, oldest first
 */
public record RequestSummary(
    Instant asOf,
    String zone,
    long requests,
    List<NamedCount> status,
    List<NamedCount> category,
    List<DayCount> days) {
  public RequestSummary {
    status = List.copyOf(status);
    category = List.copyOf(category);
    days = List.copyOf(days);
  }

  /**
   * Requests of one name.
   *
   * @param name null of those that have none
   */
  public record NamedCount(@Nullable String name, long requests) {}

  /**
   * Requests of one day.
   *
   * @param day null of those whose day is not known
   */
  public record DayCount(@Nullable LocalDate day, long requests) {}
}
