package dev.patchbay.console.viewmodel.deliveries;

import dev.patchbay.console.viewmodel.Texts;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the delivery list is asked for, as a person writes it: {@code status:dead route:requests
 * since:2h key:"A 17" "quota"}. Times stay as written, so "the last two hours" moves with the
 * clock.
 */
public record DeliveryQuery(
    @Nullable DeliveryState state,
    @Nullable String route,
    @Nullable String key,
    @Nullable String since,
    @Nullable String until,
    @Nullable String text) {

  /** Everything. */
  public static final DeliveryQuery ALL = new DeliveryQuery(null, null, null, null, null, null);

  private static final Pattern TOKEN = Pattern.compile("(?:([A-Za-z]+):)?(?:\"([^\"]*)\"?|(\\S+))");
  private static final Pattern AGE = Pattern.compile("(\\d{1,4})([smhdw])");

  /** One part of the query to show and to remove by itself. */
  public record Chip(String name, String value) {}

  /** A query and what in the text was not understood. */
  public record Parsed(DeliveryQuery query, List<String> problems) {}

  /** Reads the text; what is not understood is said and left out. */
  public static Parsed parse(String written) {
    var query = ALL;
    var problems = new ArrayList<String>();
    var words = new ArrayList<String>();
    var tokens = TOKEN.matcher(written);
    while (tokens.find()) {
      var value = tokens.group(2) != null ? tokens.group(2) : tokens.group(3);
      if (tokens.group(1) == null) {
        words.add(value);
      } else {
        query = query.with(tokens.group(1).toLowerCase(Locale.ROOT), value, problems);
      }
    }
    return new Parsed(words.isEmpty() ? query : query.withText(String.join(" ", words)), problems);
  }

  private DeliveryQuery with(String name, String value, List<String> problems) {
    return switch (name) {
      case "status", "state" ->
          stateNamed(value)
              .map(this::withState)
              .orElseGet(() -> refuse(Texts.text("query.unknownState", value), problems));
      case "route" -> new DeliveryQuery(state, value, key, since, until, text);
      case "key" -> new DeliveryQuery(state, route, value, since, until, text);
      case "since" ->
          isTime(value)
              ? new DeliveryQuery(state, route, key, value, until, text)
              : refuse(Texts.text("query.unknownTime", value), problems);
      case "until" ->
          isTime(value)
              ? withUntil(value)
              : refuse(Texts.text("query.unknownTime", value), problems);
      default -> refuse(Texts.text("query.unknownName", name), problems);
    };
  }

  private DeliveryQuery refuse(String problem, List<String> problems) {
    problems.add(problem);
    return this;
  }

  /** The same with another state, null for all. */
  public DeliveryQuery withState(@Nullable DeliveryState other) {
    return new DeliveryQuery(other, route, key, since, until, text);
  }

  /** The same, but accepted before this time. */
  public DeliveryQuery withUntil(@Nullable String time) {
    return new DeliveryQuery(state, route, key, since, time, text);
  }

  /** The same with another free text. */
  public DeliveryQuery withText(@Nullable String words) {
    return new DeliveryQuery(state, route, key, since, until, words);
  }

  /** The parts beside the state, which has its tabs. */
  public List<Chip> chips() {
    var chips = new ArrayList<Chip>();
    add(chips, "route", route);
    add(chips, "key", key);
    add(chips, "since", since);
    add(chips, "until", until);
    add(chips, "text", text);
    return chips;
  }

  private static void add(List<Chip> chips, String name, @Nullable String value) {
    if (value != null) {
      chips.add(new Chip(name, value));
    }
  }

  /** The same without one part. */
  public DeliveryQuery without(Chip chip) {
    return switch (chip.name()) {
      case "route" -> new DeliveryQuery(state, null, key, since, until, text);
      case "key" -> new DeliveryQuery(state, route, null, since, until, text);
      case "since" -> new DeliveryQuery(state, route, key, null, until, text);
      case "until" -> withUntil(null);
      default -> withText(null);
    };
  }

  /** What the API is asked, at this moment. */
  public DeliveryFilter filter(Instant now) {
    return new DeliveryFilter(state, route, key, instant(since, now), instant(until, now), text);
  }

  /** Whether a live row belongs into this list. */
  public boolean takes(DeliverySummary row, Instant now) {
    var filter = filter(now);
    return (state == null || state == row.state())
        && (route == null || route.equals(row.route()))
        && (key == null || key.equals(row.key()))
        && (filter.since() == null || !row.acceptedAt().isBefore(filter.since()))
        && (filter.until() == null || row.acceptedAt().isBefore(filter.until()))
        && (text == null || contains(row.cause(), text));
  }

  private static boolean contains(@Nullable String cause, String words) {
    return cause != null && cause.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }

  /** The text that parses to this query. */
  public String written() {
    var parts = new ArrayList<String>();
    if (state != null) {
      parts.add("status:" + state.name().toLowerCase(Locale.ROOT));
    }
    for (var chip : chips()) {
      parts.add(
          chip.name().equals("text")
              ? '"' + chip.value() + '"'
              : chip.name() + ":" + quoted(chip.value()));
    }
    return String.join(" ", parts);
  }

  private static String quoted(String value) {
    return value.contains(" ") ? '"' + value + '"' : value;
  }

  private static Optional<DeliveryState> stateNamed(String word) {
    for (var state : DeliveryState.values()) {
      if (state.name().equalsIgnoreCase(word)
          || Texts.word("state", state).equalsIgnoreCase(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  /** Whether the text is a time: an age such as {@code 2h}, a day, or a day and a time. */
  public static boolean isTime(String value) {
    return instant(value, Instant.EPOCH) != null;
  }

  private static @Nullable Instant instant(@Nullable String value, Instant now) {
    if (value == null) {
      return null;
    }
    var age = AGE.matcher(value);
    return age.matches()
        ? now.minus(length(Long.parseLong(age.group(1)), age.group(2)))
        : calendar(value.replace(' ', 'T'));
  }

  private static Duration length(long count, String unit) {
    return switch (unit) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }

  private static @Nullable Instant calendar(String value) {
    try {
      return value.endsWith("Z")
          ? Instant.parse(value)
          : (value.contains("T")
                  ? LocalDateTime.parse(value)
                  : LocalDate.parse(value).atStartOfDay())
              .atZone(ZoneId.systemDefault())
              .toInstant();
    } catch (DateTimeParseException notATime) {
      return null;
    }
  }
}
