package dev.patchbay.console.viewmodel;

import static dev.patchbay.console.viewmodel.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times in words for a person, in the zone of this computer. */
public final class When {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private When() {}

  /** Date and time to the second. */
  public static String stamp(Instant at) {
    return STAMP.format(at);
  }

  /** Time of day to the second. */
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }

  /** How long ago, coarse: "just now", "12 min ago". */
  public static String ago(Instant at, Instant now) {
    var age = Duration.between(at, now);
    return age.compareTo(Duration.ofSeconds(5)) < 0
        ? text("time.justNow")
        : text("time.ago", coarse(age));
  }

  private static String coarse(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
  }

  /** How long until then: "in 1 min 20 s", "due now". */
  public static String until(Instant at, Instant now) {
    var wait = Duration.between(now, at);
    return wait.isPositive() ? text("time.in", length(wait)) : text("time.due");
  }

  /** A length of time with its two largest units. */
  public static String length(Duration length) {
    if (length.toDays() > 0) {
      return join(length.toDays(), "d", length.toHoursPart(), "h");
    }
    if (length.toHours() > 0) {
      return join(length.toHours(), "h", length.toMinutesPart(), "min");
    }
    if (length.toMinutes() > 0) {
      return join(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    return length.toSeconds() > 0 ? length.toSeconds() + " s" : length.toMillis() + " ms";
  }

  private static String join(long large, String largeUnit, int small, String smallUnit) {
    var first = large + " " + largeUnit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }
}
