package dev.patchbay.server.readmodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Events about requests, in no order of their versions, and what they add up to, reckoned by
 * nothing but their versions. Thread-safe.
 */
final class RandomFacts {
  private static final List<String> COLUMNS =
      List.of("title", "status", "category", "address", "statusNotes");
  private static final List<String> STATES = List.of("open", "closed", "rejected");
  private static final List<String> CATEGORIES = List.of("Streets", "Parks", "Water");

  private final String prefix;
  private final int keys;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, Map<String, Said>> said = new ConcurrentHashMap<>();

  /** The value of a column, and the version that says it. */
  private record Said(int version, @Nullable String value) {}

  RandomFacts(String prefix, int keys) {
    this.prefix = prefix;
    this.keys = keys;
  }

  /** So many more. */
  List<Map<String, Object>> next(int count, long seed) {
    var chance = new Random(seed);
    var versions = new ArrayList<Integer>();
    int first = ids.getAndAdd(count) + 1;
    for (int i = 0; i < count; i++) {
      versions.add(first + i);
    }
    Collections.shuffle(versions, chance);
    return versions.stream().map(version -> one(chance, version)).toList();
  }

  private Map<String, Object> one(Random chance, int version) {
    var key = prefix + chance.nextInt(keys);
    var data = new LinkedHashMap<String, @Nullable Object>();
    var type = chance.nextInt(12) == 0 ? "request.deleted" : "request.updated";
    if (type.equals("request.updated")) {
      COLUMNS.stream()
          .filter(_ -> chance.nextInt(3) > 0)
          .forEach(column -> data.put(column, value(column, chance)));
    }
    return fact(key, type, version, data);
  }

  private static @Nullable String value(String column, Random chance) {
    return switch (column) {
      case "status" -> STATES.get(chance.nextInt(STATES.size()));
      case "category" -> CATEGORIES.get(chance.nextInt(CATEGORIES.size()));
      default -> chance.nextInt(8) == 0 ? null : column + " " + chance.nextInt(1_000);
    };
  }

  /** One event, taken into the reckoning. */
  Map<String, Object> fact(
      String key, String type, int version, Map<String, @Nullable Object> fields) {
    var columns = said.computeIfAbsent(key, _ -> new ConcurrentHashMap<>());
    fields.forEach((column, value) -> say(columns, column, version, (String) value));
    say(columns, "deleted", version, String.valueOf(type.equals("request.deleted")));
    var data = new LinkedHashMap<>(fields);
    data.put("id", key);
    data.put("version", version);
    return Map.of(
        "specversion",
        "1.0",
        "id",
        "%s-%d-%s".formatted(key, version, type),
        "source",
        "/random",
        "type",
        type,
        "data",
        data);
  }

  private static void say(
      Map<String, Said> columns, String column, int version, @Nullable String value) {
    columns.merge(
        column,
        new Said(version, value),
        (one, other) -> one.version() > other.version() ? one : other);
  }

  /** What is not said is null. */
  Map<String, List<@Nullable String>> rows() {
    var rows = new TreeMap<String, List<@Nullable String>>();
    said.forEach(
        (key, columns) -> {
          var row = new ArrayList<@Nullable String>();
          for (var column : COLUMNS) {
            row.add(value(columns.get(column)));
          }
          row.add(value(columns.get("deleted")));
          rows.put(key, row);
        });
    return rows;
  }

  private static @Nullable String value(@Nullable Said said) {
    return said == null ? null : said.value();
  }
}
