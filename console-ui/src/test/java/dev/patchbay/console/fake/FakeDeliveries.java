package dev.patchbay.console.fake;

import dev.patchbay.model.Page;
import dev.patchbay.model.delivery.AttemptView;
import dev.patchbay.model.delivery.DeliveryCounts;
import dev.patchbay.model.delivery.DeliveryDetail;
import dev.patchbay.model.delivery.DeliveryFilter;
import dev.patchbay.model.delivery.DeliveryState;
import dev.patchbay.model.delivery.DeliverySummary;
import dev.patchbay.model.delivery.WrittenCell;
import dev.patchbay.model.route.CellType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Any number of deliveries, each computed from its number; changed ones are kept. */
public final class FakeDeliveries {
  static final List<String> CAUSES =
      List.of(
          "Column “Opened” takes a date and a time; “next Tuesday” is none.",
          "Google refused the row: the tab “Requests” is protected for this account.",
          "Column “Amount” takes a decimal; “1.249,00 €” is none.",
          "Google did not answer within 60 s; proved not applied.");
  private static final List<String> TYPES =
      List.of("Street Light Out", "Pothole", "Graffiti Removal", "Missed Trash Pick-Up", "Noise");
  private static final List<String> STREETS =
      List.of("12 Beacon St", "480 Washington St", "7 Dorchester Ave", "91 Tremont St");

  private final int size;
  private final Instant newest;
  private final Map<Integer, DeliverySummary> changed = new ConcurrentHashMap<>();
  private final AtomicInteger added = new AtomicInteger();

  FakeDeliveries(int size, Instant newest) {
    this.size = size;
    this.newest = newest;
  }

  /** One more delivery, the newest of all. */
  public DeliverySummary add() {
    return summary(size + added.incrementAndGet());
  }

  /** The delivery with this number, 1 is the oldest. */
  public DeliverySummary summary(int number) {
    var known = changed.get(number);
    return known == null ? computed(number) : known;
  }

  void put(DeliverySummary changedNow) {
    changed.put(number(changedNow.id()), changedNow);
  }

  static int number(String id) {
    return Integer.parseInt(id.substring(2));
  }

  boolean has(String id) {
    return id.matches("d-\\d+") && number(id) >= 1 && number(id) <= size + added.get();
  }

  private DeliveryState state(int number) {
    var known = changed.get(number);
    if (known != null) {
      return known.state();
    }
    return switch (number % 50) {
      case 3, 17 -> DeliveryState.DEAD;
      case 8, 29 -> DeliveryState.PENDING;
      case 41 -> number % 500 == 41 ? DeliveryState.UNKNOWN : DeliveryState.DELIVERED;
      case 22 -> DeliveryState.SUPERSEDED;
      default -> DeliveryState.DELIVERED;
    };
  }

  Instant acceptedAt(int number) {
    return newest.minusSeconds(2L * (size - number));
  }

  private DeliverySummary computed(int number) {
    var state = state(number);
    var accepted = acceptedAt(number);
    boolean retrying = number % 50 == 8;
    var route = List.of("requests", "requests", "comments", "users").get(number / 3 % 4);
    return new DeliverySummary(
        "d-" + number,
        route,
        "city-sheets",
        "Service requests 2026 · " + Character.toUpperCase(route.charAt(0)) + route.substring(1),
        "1010" + (5_284_219 + number),
        "019a-" + number,
        route.equals("requests")
            ? "request.created"
            : route.substring(0, route.length() - 1) + ".updated",
        state,
        state == DeliveryState.DEAD ? 6 : retrying ? 2 : 0,
        accepted,
        state == DeliveryState.DELIVERED ? accepted.plusSeconds(3) : null,
        retrying ? newest.plusSeconds(95) : null,
        number % 50 == 29 && number % 4 == 1 ? "The connector “archive” is paused" : null,
        state == DeliveryState.DEAD
            ? CAUSES.get(number / 50 % CAUSES.size())
            : retrying ? "Google answered 503: the service is unavailable." : null);
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

  DeliveryCounts counts() {
    var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
    for (int at = 1; at <= size + added.get(); at++) {
      counts.merge(state(at), 1L, Long::sum);
    }
    return new DeliveryCounts(size + added.get(), 0, 0, counts);
  }

  DeliveryDetail detail(String id) {
    int number = number(id);
    var summary = summary(number);
    var row = row(number);
    boolean bad =
        summary.state() == DeliveryState.DEAD && CAUSES.getFirst().equals(summary.cause());
    return new DeliveryDetail(
        summary,
        envelope(number),
        attempts(summary),
        bad ? List.of() : row,
        bad ? summary.cause() : null);
  }

  private static List<AttemptView> attempts(DeliverySummary delivery) {
    var attempts = new ArrayList<AttemptView>();
    var at = delivery.acceptedAt().plusSeconds(1);
    for (int failed = 0; failed < delivery.tries(); failed++) {
      attempts.add(
          new AttemptView(
              "a" + failed, at, at.plusMillis(640), "NOT_APPLIED", delivery.cause(), 38, null));
      at = at.plusSeconds(30L << failed);
    }
    if (delivery.state() == DeliveryState.DELIVERED) {
      attempts.add(
          new AttemptView("ok", at, at.plusMillis(912), "APPLIED", null, 212, "Requests!A17:H17"));
    }
    return attempts;
  }

  /** The event behind a delivery. */
  public Map<String, Object> envelope(int number) {
    var data = new LinkedHashMap<String, Object>();
    data.put("id", "1010" + (5_284_219 + number));
    data.put("type", TYPES.get(number % TYPES.size()));
    data.put("status", number % 3 == 0 ? "closed" : "open");
    data.put("openedAt", number % 7 == 3 ? "next Tuesday" : acceptedAt(number).toString());
    data.put("amount", number % 5 * 12.5);
    data.put("urgent", number % 11 == 0);
    data.put("address", Map.of("street", STREETS.get(number % STREETS.size()), "zip", "02108"));
    data.put("reporter", Map.of("email", "resident" + number % 90 + "@example.org"));
    var envelope = new LinkedHashMap<String, Object>();
    envelope.put("specversion", "1.0");
    envelope.put("id", "019a-" + number);
    envelope.put("source", "/requests");
    envelope.put("type", "request.created");
    envelope.put("time", acceptedAt(number).toString());
    envelope.put("data", data);
    return envelope;
  }

  private List<WrittenCell> row(int number) {
    return List.of(
        new WrittenCell("id", "Request", CellType.TEXT, "1010" + (5_284_219 + number)),
        new WrittenCell("type", "Type", CellType.TEXT, TYPES.get(number % TYPES.size())),
        new WrittenCell("status", "Status", CellType.TEXT, number % 3 == 0 ? "closed" : "open"),
        new WrittenCell("opened", "Opened", CellType.DATE_TIME, "2026-11-22 23:14"),
        new WrittenCell("street", "Street", CellType.TEXT, STREETS.get(number % STREETS.size())),
        new WrittenCell("amount", "Amount", CellType.MONEY, "$" + number % 5 * 12.5),
        new WrittenCell("email", "Reporter", CellType.TEXT, "r•••@example.org"),
        new WrittenCell("note", "Note", CellType.TEXT, null));
  }
}
