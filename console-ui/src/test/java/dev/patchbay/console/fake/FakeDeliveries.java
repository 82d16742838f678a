package dev.patchbay.console.fake;

import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Any number of deliveries, each computed from its number; changed ones are kept. */
public final class FakeDeliveries {
  static final String BAD_DATE = "Column “Inspection” takes a date; “next Tuesday” is none.";
  static final String BAD_COST = "Column “Cost” takes money; “1.249,00 €” is no amount.";
  static final String NO_ROOM = "Google refused the row: the range Requests!A:I is protected.";
  static final String NO_ANSWER = "Google did not answer within 60 s; proved not applied.";
  private static final List<String> CAUSES = List.of(BAD_DATE, NO_ROOM, BAD_COST, NO_ANSWER);

  /** Attempts before a delivery is given up; the last of them comes this long after the event. */
  private static final int MOST_TRIES = 6;

  private static final int LONGEST_RETRY = 63 * 10 + MOST_TRIES * 60;

  private final int size;
  private final Instant newest;
  private final Map<Integer, DeliverySummary> changed = new ConcurrentHashMap<>();
  private final Map<Integer, String> keys = new ConcurrentHashMap<>();
  private final AtomicInteger added = new AtomicInteger();

  FakeDeliveries(int size, Instant newest) {
    this.size = size;
    this.newest = newest;
  }

  /** One more delivery, the newest of all. */
  public DeliverySummary add() {
    return summary(size + added.incrementAndGet());
  }

  /** One more delivery, the newest of all, for the key of an older one. */
  public DeliverySummary addUpdateOf(int number) {
    int update = size + added.incrementAndGet();
    keys.put(update, key(number));
    return summary(update);
  }

  private String key(int number) {
    return keys.getOrDefault(number, FakeEvents.key(number));
  }

  /** The delivery with this number, 1 is the oldest. */
  public DeliverySummary summary(int number) {
    var known = changed.get(number);
    return known == null ? computed(number) : known;
  }

  /** A delivery is so from now on. */
  public void change(DeliverySummary changedNow) {
    changed.put(number(changedNow.id()), changedNow);
  }

  /** The delivery after it moved to another state just now. */
  public static DeliverySummary moved(DeliverySummary row, DeliveryState state, Instant now) {
    return new DeliverySummary(
        row.id(),
        row.route(),
        row.connector(),
        row.target(),
        row.key(),
        row.event(),
        row.eventType(),
        state,
        0,
        row.acceptedAt(),
        state == DeliveryState.PENDING ? null : now,
        null,
        null,
        null);
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(2));
  }

  boolean has(String id) {
    return id.matches("d-\\d+") && number(id) >= 1 && number(id) <= size + added.get();
  }

  private DeliveryState state(int number) {
    var known = changed.get(number);
    return known == null ? computedState(number) : known.state();
  }

  /** The newest two are still on their way. */
  private DeliveryState computedState(int number) {
    if (number == size || number == size - 1) {
      return DeliveryState.PENDING;
    }
    return switch (place(number)) {
      case 3, 17 -> DeliveryState.DEAD;
      case 8, 29 -> DeliveryState.PENDING;
      case 41 -> number % 500 == 43 ? DeliveryState.UNKNOWN : DeliveryState.DELIVERED;
      case 22 -> DeliveryState.SUPERSEDED;
      default -> DeliveryState.DELIVERED;
    };
  }

  /** Every fifty deliveries have each place once, in no order that a person would see. */
  private static int place(int number) {
    return Math.floorMod(number * 37, 50);
  }

  Instant acceptedAt(int number) {
    return newest.minusSeconds(2L * (size - number));
  }

  private DeliverySummary computed(int number) {
    var state = state(number);
    var accepted = acceptedAt(number);
    boolean retrying = state == DeliveryState.PENDING && place(number) == 8;
    boolean held = state == DeliveryState.PENDING && !retrying && number % 4 == 1;
    var route = number % 4 == 2 ? "inspections" : "requests";
    return new DeliverySummary(
        "d-" + number,
        route,
        held ? "archive" : "city-sheets",
        "Service requests 2026 · " + (number % 4 == 2 ? "Inspections" : "Requests"),
        key(number),
        "019a-" + number,
        number % 3 == 0 ? "request.updated" : "request.created",
        state,
        tries(number, state, retrying),
        accepted,
        state == DeliveryState.DELIVERED ? accepted.plusSeconds(1) : null,
        retrying ? newest.plusSeconds(95) : null,
        held ? "The connector “archive” is paused" : null,
        retrying ? "Google answered 503: the service is unavailable." : cause(number, state));
  }

  private int tries(int number, DeliveryState state, boolean retrying) {
    if (state == DeliveryState.DEAD) {
      return NO_ANSWER.equals(cause(number, state)) ? MOST_TRIES : 1;
    }
    return retrying ? 2 : 0;
  }

  private @Nullable String cause(int number, DeliveryState state) {
    if (state != DeliveryState.DEAD) {
      return null;
    }
    boolean young = number <= size && 2L * (size - number) < LONGEST_RETRY;
    return CAUSES.get(Math.floorMod(number / 50, young ? CAUSES.size() - 1 : CAUSES.size()));
  }

  Page<DeliverySummary> page(DeliveryFilter filter, int limit, @Nullable String cursor) {
    int at = cursor == null ? size + added.get() : Integer.parseInt(cursor);
    at = filter.until() == null ? at : Math.min(at, before(filter.until()));
    var items = new ArrayList<DeliverySummary>();
    for (; at >= 1 && items.size() < limit; at--) {
      if (matches(filter, at)) {
        items.add(summary(at));
      }
    }
    return new Page<>(items, at >= 1 ? Integer.toString(at) : null);
  }

  private int before(Instant until) {
    long seconds = newest.getEpochSecond() - until.getEpochSecond();
    return (int) Math.clamp(size - Math.floorDiv(seconds, 2L) - 1, 0L, size + added.get());
  }

  boolean matches(DeliveryFilter filter, int number) {
    if (filter.state() != null && filter.state() != state(number)) {
      return false;
    }
    if (filter.since() != null && acceptedAt(number).isBefore(filter.since())) {
      return false;
    }
    if (filter.except().contains("d-" + number)) {
      return false;
    }
    if (filter.route() == null && filter.key() == null && filter.text() == null) {
      return true;
    }
    var row = summary(number);
    return (filter.route() == null || filter.route().equals(row.route()))
        && (filter.key() == null || filter.key().equals(row.key()))
        && (filter.text() == null || (row.cause() != null && row.cause().contains(filter.text())));
  }

  /** Numbers that match, newest first, at most as many. */
  List<Integer> numbers(DeliveryFilter filter, int limit) {
    var numbers = new ArrayList<Integer>();
    for (int at = size + added.get(); at >= 1 && numbers.size() < limit; at--) {
      if (matches(filter, at)) {
        numbers.add(at);
      }
    }
    return numbers;
  }

  /** The books. */
  public DeliveryCounts counts() {
    var found = new EnumMap<DeliveryState, long[]>(DeliveryState.class);
    for (int at = 1; at <= size + added.get(); at++) {
      found.computeIfAbsent(state(at), _ -> new long[1])[0]++;
    }
    var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    found.forEach((state, count) -> counts.put(state, count[0]));
    return new DeliveryCounts(size + added.get(), 0, 0, counts);
  }

  /** Everything about a delivery. */
  public DeliveryDetail detail(String id) {
    int number = number(id);
    var summary = summary(number);
    boolean noRow =
        summary.state() == DeliveryState.DEAD
            && (BAD_DATE.equals(summary.cause()) || BAD_COST.equals(summary.cause()));
    return new DeliveryDetail(
        summary,
        envelope(number),
        noRow ? List.of() : attempts(summary),
        noRow ? List.of() : FakeEvents.row(key(number), number, acceptedAt(number)),
        noRow ? summary.cause() : null);
  }

  private List<AttemptView> attempts(DeliverySummary delivery) {
    var attempts = new ArrayList<AttemptView>();
    var at = delivery.acceptedAt().plusMillis(400);
    for (int failed = 0; failed < delivery.tries(); failed++) {
      var end = at.plusMillis(NO_ANSWER.equals(delivery.cause()) ? 60_000 : 640);
      attempts.add(failed(delivery, failed, at, end));
      at = end.plusSeconds(10L << failed);
    }
    if (delivery.state() == DeliveryState.DELIVERED) {
      attempts.add(
          new AttemptView("ok", at, at.plusMillis(612), "APPLIED", null, 212, "Requests!A17:I17"));
    }
    return attempts;
  }

  private static AttemptView failed(
      DeliverySummary delivery, int number, Instant start, Instant end) {
    var outcome = NO_ANSWER.equals(delivery.cause()) ? "VOID" : "NOT_APPLIED";
    return new AttemptView("a" + number, start, end, outcome, delivery.cause(), 38, null);
  }

  /** The event behind a delivery. */
  public Map<String, Object> envelope(int number) {
    return FakeEvents.envelope(
        key(number), number, acceptedAt(number), cause(number, computedState(number)));
  }
}
