package dev.patchbay.scheduler;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/**
 * The times that a cron expression names in a zone. What it says of the clock on the wall Quartz
 * reads; when the wall's clock is changed, no day loses its run (Quartz by itself leaves out 02:30
 * on the day that has none) and none runs twice:
 *
 * <ul>
 *   <li>a time that is passed over is due as much later as the clock was put forward;
 *   <li>a time that comes twice is due the first time, unless the hours are {@code *}: what is due
 *       every hour goes on while the clock is put back.
 * </ul>
 *
 * Immutable and thread-safe.
 */
public final class ZonedCron {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern ONE_SECOND = Pattern.compile("[0-5]?\\d");
  private static final Duration DAY = Duration.ofDays(1);

  /** Zones are put forward or back by a day at most. */
  private static final Duration NEAR = Duration.ofHours(25);

  private static final List<Duration> BACK =
      Stream.of(1L, 60L, 24 * 60L, 32 * 24 * 60L, 367 * 24 * 60L, 9 * 366 * 24 * 60L)
          .map(Duration::ofMinutes)
          .toList();

  private final String expression;
  private final ZoneId zone;
  private final CronExpression onTheWall;
  private final boolean everyHour;

  private ZonedCron(String expression, ZoneId zone, CronExpression onTheWall) {
    this.expression = expression;
    this.zone = zone;
    this.onTheWall = onTheWall;
    this.everyHour = List.of("*", "*/1", "0/1", "0-23").contains(fields(expression).get(2));
  }

  /**
   * Reads an expression of six or seven fields, as Quartz does.
   *
   * @throws IllegalArgumentException if it cannot be read or is due more than once a minute; the
   *     message continues 'cron …'
   */
  public static ZonedCron of(String expression, ZoneId zone) {
    var fields = fields(expression);
    if (fields.size() < 6 || fields.size() > 7) {
      throw new IllegalArgumentException(
          "must have six or seven fields: second, minute, hour, day of the month, month, day of the"
              + " week, year; for example 0 30 7 ? * MON-FRI");
    }
    if (!ONE_SECOND.matcher(fields.getFirst()).matches()) {
      throw new IllegalArgumentException(
          "must begin with one second, 0 to 59: once a minute is the most");
    }
    if (!fields.get(3).equals("?") && !fields.get(5).equals("?")) {
      throw new IllegalArgumentException(
          "must have ? for the day of the month or for the day of the week, such as 0 30 7 * * ?");
    }
    try {
      var onTheWall = new CronExpression(String.join(" ", fields));
      onTheWall.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
      return new ZonedCron(onTheWall.getCronExpression(), zone, onTheWall);
    } catch (ParseException | RuntimeException unreadable) {
      throw new IllegalArgumentException("cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static List<String> fields(String expression) {
    return List.of(BLANKS.split(expression.strip(), -1));
  }

  /** The expression, its fields divided by one blank each. */
  public String expression() {
    return expression;
  }

  public ZoneId zone() {
    return zone;
  }

  /** What it means, in English. */
  public String words() {
    return CronWords.of(fields(expression));
  }

  /** The first time that is later. Empty if there is none. */
  public Optional<Instant> next(Instant after) {
    var from = wall(after).minus(isCalm(after) ? Duration.ZERO : DAY);
    @Nullable Instant best = null;
    for (var wall = wallAfter(from); wall.isPresent(); wall = wallAfter(wall.get())) {
      best = earlier(best, first(wall.get(), after));
      if (best != null && isSettled(best, wall.get())) {
        break;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The last time that is not later. Empty if there is none within nine years. */
  public Optional<Instant> latest(Instant until) {
    return BACK.stream().flatMap(back -> latest(until.minus(back), until).stream()).findFirst();
  }

  private Optional<Instant> latest(Instant from, Instant until) {
    @Nullable Instant last = null;
    for (var next = next(from);
        next.isPresent() && !next.get().isAfter(until);
        next = next(next.get())) {
      last = next.get();
    }
    return Optional.ofNullable(last);
  }

  /** Near a change of the clock, a later time on the wall may come earlier. */
  private boolean isSettled(Instant best, LocalDateTime seen) {
    return isCalm(best) || !seen.isBefore(wall(best).plus(DAY));
  }

  private @Nullable Instant first(LocalDateTime wall, Instant after) {
    return instants(wall).filter(at -> at.isAfter(after)).findFirst().orElse(null);
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** When the clock on the wall shows it, the earlier first. */
  private Stream<Instant> instants(LocalDateTime wall) {
    var offsets = zone.getRules().getValidOffsets(wall);
    return everyHour && offsets.size() > 1
        ? offsets.stream().map(wall::toInstant).sorted()
        : Stream.of(wall.atZone(zone).toInstant());
  }

  private Optional<LocalDateTime> wallAfter(LocalDateTime wall) {
    var next = onTheWall.getTimeAfter(QuartzTimes.date(wall.toInstant(ZoneOffset.UTC)));
    return Optional.ofNullable(next)
        .map(date -> LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC));
  }

  private LocalDateTime wall(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }

  private boolean isCalm(Instant at) {
    var change = zone.getRules().nextTransition(at.minus(NEAR));
    return change == null || isFar(change, at);
  }

  private static boolean isFar(ZoneOffsetTransition change, Instant at) {
    return change.getInstant().isAfter(at.plus(NEAR));
  }
}
