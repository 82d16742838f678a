package dev.patchbay.console.fake;

import dev.patchbay.model.delivery.WrittenCell;
import dev.patchbay.model.route.CellType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Service requests of a city, each computed from its number. */
final class FakeEvents {
  private static final List<String> SERVICES =
      List.of(
          "Street Light Out",
          "Pothole Repair",
          "Missed Trash Collection",
          "Graffiti Removal",
          "Parking Enforcement",
          "Tree Pruning",
          "Sidewalk Repair");
  private static final List<String> PLACES =
      List.of(
          "20 Seymour St, Roslindale",
          "480 Washington St, Boston",
          "19 Fessenden St, Mattapan",
          "7 Dorchester Ave, South Boston",
          "91 Tremont St, Boston",
          "164 Hemenway St, Fenway");
  private static final List<String> PEOPLE =
      List.of("anna.kovacs", "d.okafor", "lucia.marino", "sam.whitfield", "t.nguyen");
  private static final DateTimeFormatter SHEET = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private FakeEvents() {}

  static String key(int number) {
    return "10100" + (5_284_219 + number);
  }

  private static String service(int number) {
    return SERVICES.get(Math.floorMod(number * 5, SERVICES.size()));
  }

  private static String place(int number) {
    return PLACES.get(Math.floorMod(number * 7, PLACES.size()));
  }

  private static String status(int number) {
    return number % 3 == 0 ? "closed" : "open";
  }

  private static String person(int number) {
    return PEOPLE.get(Math.floorMod(number * 3, PEOPLE.size()));
  }

  private static String inspection(int number, @Nullable String cause) {
    return FakeDeliveries.BAD_DATE.equals(cause) ? "next Tuesday" : "2026-12-0" + (1 + number % 9);
  }

  private static String cost(int number, @Nullable String cause) {
    return FakeDeliveries.BAD_COST.equals(cause) ? "1.249,00 €" : 40 + number % 9 * 25 + ".50";
  }

  /** The event with this number, made so that it gives the cause of its failure. */
  static Map<String, Object> envelope(String key, int number, Instant at, @Nullable String cause) {
    var envelope = new LinkedHashMap<String, Object>();
    envelope.put("specversion", "1.0");
    envelope.put("id", "019a-" + number);
    envelope.put("source", "/requests");
    envelope.put("type", "request.created");
    envelope.put("subject", key);
    envelope.put("time", at.toString());
    envelope.put("data", data(key, number, at, cause));
    return envelope;
  }

  private static Map<String, Object> data(
      String key, int number, Instant at, @Nullable String cause) {
    var data = new LinkedHashMap<String, Object>();
    data.put("id", key);
    data.put("service", service(number));
    data.put("status", status(number));
    data.put("address", place(number));
    data.put("zip", "02" + (108 + number % 30));
    data.put("requestedAt", at.minusSeconds(95).toString());
    data.put("supporters", number % 17);
    data.put("public", number % 11 != 0);
    data.put("reporter", Map.of("email", person(number) + "@example.org"));
    var attributes = new LinkedHashMap<String, Object>();
    attributes.put("inspection", inspection(number, cause));
    attributes.put("cost", cost(number, cause));
    data.put("attributes", attributes);
    return data;
  }

  /** The row of the event, for what can become a row. */
  static List<WrittenCell> row(String key, int number, Instant at) {
    var requested = LocalDateTime.ofInstant(at.minusSeconds(95), ZoneOffset.UTC);
    return List.of(
        new WrittenCell("id", "Request", CellType.TEXT, key),
        new WrittenCell("service", "Service", CellType.TEXT, service(number)),
        new WrittenCell("status", "Status", CellType.TEXT, status(number)),
        new WrittenCell("address", "Address", CellType.TEXT, place(number)),
        new WrittenCell("requested", "Requested", CellType.DATE_TIME, SHEET.format(requested)),
        new WrittenCell("inspection", "Inspection", CellType.DATE, inspection(number, null)),
        new WrittenCell("cost", "Cost", CellType.MONEY, "$" + cost(number, null)),
        new WrittenCell("reporter", "Reporter", CellType.TEXT, person(number).charAt(0) + "•••"),
        new WrittenCell("closed", "Closed", CellType.DATE_TIME, null));
  }
}
