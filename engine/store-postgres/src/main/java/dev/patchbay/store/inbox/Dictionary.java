package dev.patchbay.store.inbox;

import dev.patchbay.store.Command;
import dev.patchbay.store.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Texts that repeat with every event (sources, types), kept once and known by number. Numbers are
 * given out in transactions of their own, so that a batch that fails leaves none behind that the
 * cache knows and the table does not.
 */
final class Dictionary {
  private static final int CACHED = 10_000;
  private final Database database;
  private final String select;
  private final String insert;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Dictionary(Database database, String select, String insert) {
    this.database = database;
    this.select = select;
    this.insert = insert;
  }

  static Dictionary ofSources(Database database) {
    return new Dictionary(
        database,
        "SELECT id, uri AS text FROM event_source WHERE uri = ANY(?)",
        "INSERT INTO event_source (uri) SELECT unnest(?) ON CONFLICT DO NOTHING");
  }

  static Dictionary ofTypes(Database database) {
    return new Dictionary(
        database,
        "SELECT id, name AS text FROM event_type WHERE name = ANY(?)",
        "INSERT INTO event_type (name) SELECT unnest(?) ON CONFLICT DO NOTHING");
  }

  /** Numbers of these texts, given out where they are new. */
  synchronized Map<String, Integer> numbers(Collection<String> texts) {
    if (numbers.size() > CACHED) {
      numbers.clear();
    }
    load(unknown(texts));
    var missing = unknown(texts);
    if (!missing.isEmpty()) {
      var array = missing.toArray(String[]::new);
      database.inTransaction(c -> Command.of(insert, (Object) array).update(c));
      load(missing);
    }
    return Map.copyOf(numbers);
  }

  private Set<String> unknown(Collection<String> texts) {
    var unknown = new TreeSet<>(texts);
    unknown.removeAll(numbers.keySet());
    return unknown;
  }

  private void load(Set<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    var array = texts.toArray(String[]::new);
    database.run(
        c ->
            Command.of(select, (Object) array)
                .list(c, row -> numbers.put(row.getString("text"), row.getInt("id")) == null));
  }
}
