package dev.patchbay.scheduler;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in English what a cron expression means. What has no words is told as it is written. */
final class CronWords {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern STEP = Pattern.compile("(?:\\*|0)/([1-9]\\d*)");
  private static final Pattern NTH = Pattern.compile("(\\w+)#(\\d)");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");
  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final Map<String, String> DAYS_OF_MONTH =
      Map.of(
          "L", "on the last day of the month",
          "LW", "on the last weekday of the month",
          "1W", "on the first weekday of the month");

  private static final String EVERY_DAY = "every day";

  private CronWords() {}

  /**
   * The words.
   *
   * @param fields second, minute, hour, day of the month, month, day of the week, maybe year
   */
  static String of(List<String> fields) {
    var day = day(fields.get(3), fields.get(5));
    var time = time(fields.getFirst(), fields.get(1), fields.get(2));
    var words =
        Stream.of(
                day.equals(EVERY_DAY) && time.startsWith("every") ? "" : day,
                time,
                months(fields.get(4)),
                fields.size() == 7 ? years(fields.get(6)) : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String time(String second, String minute, String hour) {
    if (NUMBER.matcher(minute).matches() && isList(hour)) {
      return "at " + and(list(hour).map(one -> clock(one, minute, second)).toList());
    }
    if (NUMBER.matcher(minute).matches()) {
      return hours(hour) + ", " + past(minute) + later(second);
    }
    var step = step(minute);
    var minutes = step.map(every -> "every " + every + " minutes").orElse("at minutes " + minute);
    if (minute.equals("*") || minute.equals("0/1") || minute.equals("*/1")) {
      minutes = "every minute";
    }
    return (hour.equals("*") ? minutes : minutes + ", " + hours(hour)) + later(second);
  }

  private static String later(String second) {
    int seconds = Integer.parseInt(second);
    return seconds == 0 ? "" : ", %s later".formatted(counted(seconds, "second"));
  }

  private static String counted(int count, String what) {
    return count == 1 ? "1 " + what : "%d %ss".formatted(count, what);
  }

  private static String clock(String hour, String minute, String second) {
    int seconds = Integer.parseInt(second);
    var time = "%02d:%02d".formatted(Integer.parseInt(hour), Integer.parseInt(minute));
    return seconds == 0 ? time : time + ":%02d".formatted(seconds);
  }

  private static String past(String minute) {
    int minutes = Integer.parseInt(minute);
    return minutes == 0 ? "on the hour" : counted(minutes, "minute") + " past";
  }

  private static String hours(String hour) {
    var step = step(hour);
    if (hour.equals("*") || step.filter("1"::equals).isPresent()) {
      return "every hour";
    }
    if (step.isPresent()) {
      return "every " + step.get() + " hours";
    }
    int dash = hour.indexOf('-');
    if (dash > 0 && !hour.contains("/") && !hour.contains(",")) {
      return "every hour from " + hour.substring(0, dash) + " to " + hour.substring(dash + 1);
    }
    return isList(hour) ? "in the hours " + and(list(hour).toList()) : "in the hours " + hour;
  }

  private static String day(String ofMonth, String ofWeek) {
    if (!ofMonth.equals("?") && !ofMonth.equals("*")) {
      return dayOfMonth(ofMonth.toUpperCase(Locale.ROOT));
    }
    return ofWeek.equals("?") || ofWeek.equals("*")
        ? EVERY_DAY
        : dayOfWeek(ofWeek.toUpperCase(Locale.ROOT));
  }

  private static String dayOfMonth(String field) {
    if (DAYS_OF_MONTH.containsKey(field)) {
      return DAYS_OF_MONTH.get(field);
    }
    if (field.endsWith("W")) {
      return "on the weekday nearest to " + dayNamed(field.replace("W", ""));
    }
    return isList(field) && field.contains(",")
        ? "on days " + and(list(field).toList()) + " of the month"
        : "on " + dayNamed(field);
  }

  private static String dayNamed(String field) {
    if (!field.startsWith("L-")) {
      return "day " + field + " of the month";
    }
    var days = field.substring(2);
    return "the day %s before the last of the month"
        .formatted(counted(Integer.parseInt(days), "day"));
  }

  private static String dayOfWeek(String field) {
    var nth = NTH.matcher(field);
    if (nth.matches()) {
      int ordinal = Integer.parseInt(nth.group(2));
      return "on the %s %s of the month".formatted(ORDINALS.get(ordinal - 1), name(nth.group(1)));
    }
    if (field.endsWith("L") && field.length() > 1) {
      return "on the last " + name(field.substring(0, field.length() - 1)) + " of the month";
    }
    return field.equals("L") ? DAYS.getLast() : ranges(field, CronWords::name);
  }

  private static String months(String field) {
    return field.equals("*") ? "" : "in " + ranges(field, CronWords::month);
  }

  private static String years(String field) {
    return field.equals("*") ? "" : "in " + field;
  }

  /** A list of single values and of ranges. */
  private static String ranges(String field, UnaryOperator<String> name) {
    return and(
        list(field)
            .map(
                part -> {
                  int dash = part.indexOf('-');
                  return dash > 0 && !part.contains("/")
                      ? name.apply(part.substring(0, dash))
                          + " to "
                          + name.apply(part.substring(dash + 1))
                      : name.apply(part);
                })
            .toList());
  }

  private static String name(String day) {
    return NUMBER.matcher(day).matches()
        ? named(DAYS, Integer.parseInt(day) - 1, day)
        : byPrefix(DAYS, day);
  }

  private static String month(String month) {
    return NUMBER.matcher(month).matches()
        ? named(MONTHS, Integer.parseInt(month) - 1, month)
        : byPrefix(MONTHS, month);
  }

  private static String named(List<String> names, int index, String otherwise) {
    return index >= 0 && index < names.size() ? names.get(index) : otherwise;
  }

  private static String byPrefix(List<String> names, String prefix) {
    return names.stream()
        .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(prefix.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(prefix);
  }

  private static boolean isList(String field) {
    return list(field).allMatch(part -> NUMBER.matcher(part).matches());
  }

  private static Stream<String> list(String field) {
    return Stream.of(field.split(",", -1));
  }

  private static Optional<String> step(String field) {
    var step = STEP.matcher(field);
    return step.matches() ? Optional.of(step.group(1)) : Optional.empty();
  }

  private static String and(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.getFirst()
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
